package dev.toec.ebpf.lift;

import dev.toec.ebpf.verify.Shape;

/**
 * What a register or stack slot holds at one place of the translation.
 *
 * @param alias the same for copies of one look-up's result, so that a test of one tells of all; 0 for everything else
 */
record Held(Shape shape, int alias) {
    static final Held UNSET = new Held(Shape.UNSET, 0);
    static final Held SCALAR = new Held(Shape.SCALAR, 0);

    static Held of(Shape.Kind kind, int object) {
        return new Held(new Shape(kind, object, 0), 0);
    }

    Shape.Kind kind() {
        return shape.kind();
    }

    /** The same, of another kind. */
    Held as(Shape.Kind kind) {
        return new Held(new Shape(kind, shape.object(), shape.offset()), 0);
    }

    /** A pointer to the stack or to constants, moved. */
    Held moved(long by) {
        return new Held(new Shape(shape.kind(), shape.object(), shape.offset() + (int) by), alias);
    }
}
