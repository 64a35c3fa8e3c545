/** The BlueField target. */
package dev.toec.target.bluefield;
