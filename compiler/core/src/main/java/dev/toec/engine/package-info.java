/** Running a program on packets, whatever runs it. */
package dev.toec.engine;
