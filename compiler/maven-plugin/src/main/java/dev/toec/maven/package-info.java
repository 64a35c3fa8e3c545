/** The goals of the Maven plugin. */
package dev.toec.maven;
