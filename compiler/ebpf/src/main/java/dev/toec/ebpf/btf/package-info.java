/** BPF Type Format: types of maps and the C lines of instructions. */
package dev.toec.ebpf.btf;
