package dev.toec.ebpf.verify;

import dev.toec.ebpf.verify.Shape.Kind;

/** What is known of a register, or of what a stack slot holds. */
sealed interface Register {
    /** Not written on this path. */
    Unset UNSET = new Unset();

    /** A number nothing is known of. */
    Scalar UNKNOWN = new Scalar(Bounds.UNKNOWN, 0);

    static Scalar constant(long value) {
        return new Scalar(Bounds.of(value), 0);
    }

    static Scalar scalar(Bounds bounds) {
        return new Scalar(bounds, 0);
    }

    static Pointer pointer(Kind kind, int object) {
        return new Pointer(kind, object, 0, Bounds.of(0), 0, 0);
    }

    Shape shape();

    /** Not written. */
    record Unset() implements Register {
        @Override
        public Shape shape() {
            return Shape.UNSET;
        }

        @Override
        public String toString() {
            return "not written";
        }
    }

    /**
     * A number.
     *
     * @param id the same for copies of one number, so that a test of one tells of all; 0 for none
     */
    record Scalar(Bounds bounds, int id) implements Register {
        @Override
        public Shape shape() {
            return Shape.SCALAR;
        }

        @Override
        public String toString() {
            return bounds.toString();
        }
    }

    /**
     * An address.
     *
     * @param object number of its map, frame or section
     * @param offset known part of the distance from the beginning of the object
     * @param variable unknown part
     * @param id the same for packet pointers with one unknown part, and for copies of one look-up's result; 0 for none
     * @param proven bytes behind the beginning plus unknown part that are proved to lie in the packet
     */
    record Pointer(Kind kind, int object, long offset, Bounds variable, int id, int proven) implements Register {
        @Override
        public Shape shape() {
            boolean placed = kind == Kind.STACK || kind == Kind.READ_ONLY;
            return new Shape(kind, object, placed ? (int) offset : 0);
        }

        long least() {
            return offset + variable.smin();
        }

        long greatest() {
            return offset + variable.smax();
        }

        Pointer moved(long by) {
            return new Pointer(kind, object, offset + by, variable, id, proven);
        }

        Pointer withProven(int bytes) {
            return new Pointer(kind, object, offset, variable, id, bytes);
        }

        Pointer withKind(Kind other) {
            return new Pointer(other, object, offset, variable, other == Kind.PACKET ? id : 0, proven);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(kind.toString());
            if (offset != 0) {
                text.append(offset < 0 ? " - " : " + ").append(Math.abs(offset));
            }
            if (!variable.isConstant()) {
                text.append(" + ").append(variable);
            }
            if (kind == Kind.PACKET) {
                text.append(", ").append(Math.max(0, proven - offset)).append(" bytes proved");
            }
            return text.toString();
        }
    }
}
