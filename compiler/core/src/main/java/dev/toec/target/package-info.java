/** What a machine, and what another front end, must provide to take part. */
package dev.toec.target;
