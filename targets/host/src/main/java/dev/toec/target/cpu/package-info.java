/** Code generation for machines with a C11 compiler and POSIX threads. */
package dev.toec.target.cpu;
