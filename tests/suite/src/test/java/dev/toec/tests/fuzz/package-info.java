/** Random programs and packets, for engines to agree on. */
package dev.toec.tests.fuzz;
