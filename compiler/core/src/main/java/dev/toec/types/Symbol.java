package dev.toec.types;

import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.List;

/** What a name in a body can stand for. */
sealed interface Symbol {
    String name();

    /** Where it was declared. */
    Span span();

    /** What it is, with its article. */
    String kind();

    /** A parameter or a local; identity is the object. */
    final class Local implements Symbol {
        /** How a local comes to its value. */
        enum Origin {
            PARAMETER("a parameter"),
            LET("a local declared with 'let'"),
            VAR("a local declared with 'var'"),
            LOOP("the counter of a loop");

            private final String text;

            Origin(String text) {
                this.text = text;
            }
        }

        private final String name;
        private final Type type;
        private final Origin origin;
        private final Span span;

        Local(String name, Type type, Origin origin, Span span) {
            this.name = name;
            this.type = type;
            this.origin = origin;
            this.span = span;
        }

        Origin origin() {
            return origin;
        }

        @Override
        public String name() {
            return name;
        }

        Type type() {
            return type;
        }

        boolean mutable() {
            return origin == Origin.VAR;
        }

        @Override
        public Span span() {
            return span;
        }

        @Override
        public String kind() {
            return origin.text;
        }
    }

    /** A header seen in a packet; identity is the object. */
    final class View implements Symbol {
        private final String name;
        private final Type.Header header;
        private final TypedExpression packet;
        private final TypedExpression offset;
        private final Span span;

        View(String name, Type.Header header, TypedExpression packet, TypedExpression offset, Span span) {
            this.name = name;
            this.header = header;
            this.packet = packet;
            this.offset = offset;
            this.span = span;
        }

        @Override
        public String name() {
            return name;
        }

        Type.Header header() {
            return header;
        }

        TypedExpression packet() {
            return packet;
        }

        TypedExpression offset() {
            return offset;
        }

        @Override
        public Span span() {
            return span;
        }

        @Override
        public String kind() {
            return "a view";
        }
    }

    /** A constant of the source. */
    record Constant(String name, TypedExpression.Constant value, Span span) implements Symbol {
        @Override
        public String kind() {
            return "a constant";
        }
    }

    /** A function. */
    record Fn(String name, String doc, List<Local> parameters, Type result, Span span) implements Symbol {
        public Fn {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String kind() {
            return "a function";
        }
    }

    /** A port of a module. */
    record Port(String name, boolean input, Type work, Span span) implements Symbol {
        @Override
        public String kind() {
            return input ? "an in port" : "an out port";
        }
    }

    /** A counter of a module. */
    record Counter(String name, String doc, Span span) implements Symbol {
        @Override
        public String kind() {
            return "a counter";
        }
    }

    /** A table of a module. */
    record Table(String name, String doc, Type key, Type value, int capacity, Span span) implements Symbol {
        @Override
        public String kind() {
            return "a table";
        }
    }

    /** A variable of a module. */
    record Variable(String name, String doc, Type type, BigInteger initial, Span span) implements Symbol {
        @Override
        public String kind() {
            return "a variable";
        }
    }

    /** A hook of a module. */
    record Hook(String name, String doc, int maxInstructions, Span span) implements Symbol {
        @Override
        public String kind() {
            return "a hook";
        }
    }

    /** What could not be declared rightly; using it says nothing more. */
    record Broken(String name, Span span) implements Symbol {
        @Override
        public String kind() {
            return "a wrong declaration";
        }
    }
}
