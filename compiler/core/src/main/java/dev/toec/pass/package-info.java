/** From one form of the program to the next; {@code Passes} holds all of them in order. */
package dev.toec.pass;
