/** Tests as data: case files and what runs them. */
package dev.toec.cases;
