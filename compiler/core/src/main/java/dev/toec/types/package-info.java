/** From the syntax tree to a checked program, and from there to the IR. */
package dev.toec.types;
