package dev.toec.interp;

/** An instruction cannot be carried out. Whoever runs it adds where, and makes an {@link InterpreterFault} of it. */
final class Trap extends RuntimeException {
    Trap(String reason) {
        super(reason, null, false, false);
    }
}
