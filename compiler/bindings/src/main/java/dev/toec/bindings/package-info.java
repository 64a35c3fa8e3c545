/** Generates a typed Java façade per module, so that a unit test calls the module as if it were Java. */
package dev.toec.bindings;
