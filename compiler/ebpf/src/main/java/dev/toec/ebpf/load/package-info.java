/** From an object file to programs with resolved maps, constants and functions. */
package dev.toec.ebpf.load;
