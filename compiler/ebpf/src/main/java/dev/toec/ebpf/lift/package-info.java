/** From proved instructions to the intermediate representation. */
package dev.toec.ebpf.lift;
