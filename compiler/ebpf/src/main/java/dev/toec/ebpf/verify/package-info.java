/** Proof that a program is safe: every path is followed, with what is known of each register. */
package dev.toec.ebpf.verify;
