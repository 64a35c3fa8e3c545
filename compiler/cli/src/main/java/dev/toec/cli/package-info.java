/** The command {@code toec}. */
package dev.toec.cli;
