/** The reference interpreter: one explicit world, the meaning of every program. */
package dev.toec.interp;
