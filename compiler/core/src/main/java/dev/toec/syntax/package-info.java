/** From the text of a TOE source to its syntax tree. */
package dev.toec.syntax;
