/** Unit tests of modules written in TOE, with JUnit 5. */
package dev.toec.junit;
