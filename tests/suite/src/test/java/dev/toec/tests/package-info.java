/** The proof that all engines agree: a corpus of programs, and what every engine must make of them. */
package dev.toec.tests;
