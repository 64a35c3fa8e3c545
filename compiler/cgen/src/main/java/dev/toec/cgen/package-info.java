/** A tree of C with its printer, and the way from functions in SSA form to C that reads like hand-written. */
package dev.toec.cgen;
