/** The x86-64 target. */
package dev.toec.target.x86;
