/** The typed SSA form in the middle: two front ends end here, every engine begins here. */
package dev.toec.ir;
