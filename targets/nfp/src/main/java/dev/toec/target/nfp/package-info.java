/** The Netronome NFP-4000: Micro-C, its dialect checker, and an emulation of the chip library to run it on. */
package dev.toec.target.nfp;
