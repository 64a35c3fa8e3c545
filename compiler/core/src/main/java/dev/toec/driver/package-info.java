/** From source text to results: compiles, writes what was generated, builds it and runs it. */
package dev.toec.driver;
