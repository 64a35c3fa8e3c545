/** What must hold of a program, proved or refused with a witness in its source. */
package dev.toec.analysis;
