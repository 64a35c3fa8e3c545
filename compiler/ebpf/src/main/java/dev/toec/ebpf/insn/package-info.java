/** Instructions of RFC 9669: decoding, checking of reserved fields, text. */
package dev.toec.ebpf.insn;
