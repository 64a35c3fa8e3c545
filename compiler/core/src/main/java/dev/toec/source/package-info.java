/** Texts and places in them. */
package dev.toec.source;
