/** Rules of Micro-C that the vendor's compiler would check, as far as public sources tell them. */
package dev.toec.target.nfp.dialect;
