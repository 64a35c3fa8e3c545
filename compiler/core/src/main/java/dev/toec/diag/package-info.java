/** What the compiler has to say to its user. */
package dev.toec.diag;
