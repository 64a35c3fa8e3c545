/** eBPF/XDP objects: reading, verification, translation to the intermediate representation. */
package dev.toec.ebpf;
