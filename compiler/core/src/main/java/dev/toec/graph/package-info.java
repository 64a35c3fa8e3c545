/** The elaborated program: stages, links, sequences, and where they are placed. */
package dev.toec.graph;
