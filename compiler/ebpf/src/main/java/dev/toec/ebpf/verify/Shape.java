package dev.toec.ebpf.verify;

/**
 * What kind of thing a register or stack slot holds, as far as a translation must know it.
 *
 * @param object number of the map, of the call frame or of the section; 0 otherwise
 * @param offset of a pointer to the stack (from the frame pointer) or to constants, which must be known; 0 otherwise
 */
public record Shape(Kind kind, int object, int offset) {
    /** Kinds of things. */
    public enum Kind {
        /** Not written, or of no use any more. */
        UNSET("not written"),
        SCALAR("a number"),
        CONTEXT("the context"),
        PACKET("a packet pointer"),
        PACKET_END("the end of the packet"),
        /** Where metadata before the packet would begin. */
        PACKET_META("a pointer to packet metadata"),
        STACK("a stack pointer"),
        MAP("a map"),
        VALUE("a pointer to a map value"),
        VALUE_OR_NULL("a pointer to a map value or null"),
        READ_ONLY("a pointer to constants"),
        /** A map value whose entry was replaced or removed since. */
        STALE("a pointer to a replaced map value");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public static final Shape UNSET = new Shape(Kind.UNSET, 0, 0);
    public static final Shape SCALAR = new Shape(Kind.SCALAR, 0, 0);

    /** Whether it is an address. */
    public boolean isPointer() {
        return kind != Kind.UNSET && kind != Kind.SCALAR;
    }
}
