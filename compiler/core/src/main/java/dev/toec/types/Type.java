package dev.toec.types;

import dev.toec.ir.ByteOrder;
import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A type of the source language. Two types are the same if they are equal. */
public sealed interface Type {
    Int U32 = new Int(32, false);
    Int U64 = new Int(64, false);
    Int I32 = new Int(32, true);
    Int I64 = new Int(64, true);

    /** An integer of {@code bits} bits; 8, 16, 32 or 64 for values, any width from 1 to 64 for unsigned fields. */
    record Int(int bits, boolean signed) implements Type {
        /** The narrowest of the types that values have: 8, 16, 32 or 64 bits. */
        Int ordinary() {
            for (int width = 8; width < 64; width *= 2) {
                if (bits <= width) {
                    return width == bits ? this : new Int(width, signed);
                }
            }
            return bits == 64 ? this : new Int(64, signed);
        }

        /** Whether {@code value} is one of its values. */
        boolean holds(BigInteger value) {
            return signed ? value.bitLength() < bits : value.signum() >= 0 && value.bitLength() <= bits;
        }

        /** Whether every value of {@code other} is one of this type. */
        boolean covers(Int other) {
            return signed == other.signed && bits >= other.bits;
        }

        BigInteger smallest() {
            return signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        }

        BigInteger largest() {
            return BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        }

        /** Written out, because what a record makes by itself is expensive in a cold start. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Int range && bits == range.bits && signed == range.signed;
        }

        @Override
        public int hashCode() {
            return signed ? -bits : bits;
        }

        @Override
        public String toString() {
            return (signed ? "i" : "u") + bits;
        }
    }

    /** Types without parts. */
    enum Basic implements Type {
        BOOL("bool", 1),
        MAC("mac", 48),
        IP4("ip4", 32),
        PORT("port", 16),
        SEQ32("seq32", 32),
        PACKET("packet", 0),
        /** What a function without a result returns. */
        NOTHING("nothing", 0),
        /** A number that has not met a type yet. */
        NUMBER("number", 0),
        /** What a wrong expression has; it fits everywhere, so that one fault is told once. */
        ERROR("unknown", 0);

        private final String text;
        private final int bits;

        Basic(String text, int bits) {
            this.text = text;
            this.bits = bits;
        }

        /** Width in a layout, 0 for what cannot stand in one. */
        int bits() {
            return bits;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Named values of an integer type.
     *
     * @param closed whether no other values occur
     */
    record Enumeration(String name, String doc, Int base, Map<String, BigInteger> members, boolean closed)
            implements Type {
        /** What running the programs of a hook decides. */
        static final Enumeration VERDICT = verdict();

        private static Enumeration verdict() {
            Map<String, BigInteger> members = new LinkedHashMap<>();
            for (dev.toec.ir.Verdict verdict : dev.toec.ir.Verdict.values()) {
                members.put(verdict.toString(), BigInteger.valueOf(verdict.ordinal()));
            }
            return new Enumeration("Verdict", "What the programs attached to a hook decide.", U32, members, true);
        }

        /** {@code Name.member} of {@code value}, or empty where it has no name. */
        String symbol(BigInteger value) {
            for (Map.Entry<String, BigInteger> member : members.entrySet()) {
                if (member.getValue().equals(value)) {
                    return name + "." + member.getKey();
                }
            }
            return "";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Enumeration e && e.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A group of named values.
     *
     * @param work whether it flows between modules: then one of its fields may be a packet
     */
    record Struct(String name, String doc, List<Member> members, boolean work) implements Type {
        /** A field; its type may be an integer of any width. */
        record Member(String name, Type type, Span span) {}

        public Struct {
            members = List.copyOf(members);
        }

        /** The field named {@code field}, or {@code null}. */
        Member member(String field) {
            for (Member member : members) {
                if (member.name.equals(field)) {
                    return member;
                }
            }
            return null;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Struct s && s.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A layout of bits in a packet. In a big-endian header bits are counted from the most significant bit of the first
     * byte, as RFCs draw them; in a little-endian one from the least significant.
     *
     * @param bytes its size
     */
    record Header(String name, ByteOrder order, List<Member> members, int bytes) implements Type {
        /**
         * A field.
         *
         * @param bit where it begins
         * @param bits its width
         */
        record Member(String name, Type type, int bit, int bits, Span span) {
            int firstByte() {
                return bit / 8;
            }

            /** How many bytes it touches. */
            int bytes() {
                return (bit + bits + 7) / 8 - firstByte();
            }
        }

        public Header {
            members = List.copyOf(members);
        }

        /** The field named {@code field}, or {@code null}. */
        Member member(String field) {
            for (Member member : members) {
                if (member.name.equals(field)) {
                    return member;
                }
            }
            return null;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Header h && h.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
