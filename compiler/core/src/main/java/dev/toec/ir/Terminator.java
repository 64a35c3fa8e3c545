package dev.toec.ir;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How a block ends. */
public sealed interface Terminator {
    /** Where it was written. */
    Span span();

    /** The values it reads, arguments of targets included. */
    List<Value> operands();

    /** Where control may go, in order. */
    List<Target> targets();

    <R> R accept(Visitor<R> visitor);

    /**
     * A block and the arguments for its parameters.
     *
     * @param block the label of a block of the same function, never the entry
     * @param arguments one per parameter, of its type
     */
    record Target(String block, List<Value> arguments) {
        public Target {
            Objects.requireNonNull(block);
            arguments = List.copyOf(arguments);
        }
    }

    /** Goes on at {@code target}. */
    record Jump(Target target, Span span) implements Terminator {
        public Jump {
            Objects.requireNonNull(target);
        }

        @Override
        public List<Value> operands() {
            return target.arguments();
        }

        @Override
        public List<Target> targets() {
            return List.of(target);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.jump(this);
        }
    }

    /** Goes on at one of two blocks. */
    record Branch(Value condition, Target whenTrue, Target whenFalse, Span span) implements Terminator {
        public Branch {
            if (condition.type() != IrType.I1) {
                throw new IllegalArgumentException("needs an i1 condition");
            }
            Objects.requireNonNull(whenTrue);
            Objects.requireNonNull(whenFalse);
        }

        @Override
        public List<Value> operands() {
            return Stream.of(List.of(condition), whenTrue.arguments(), whenFalse.arguments())
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public List<Target> targets() {
            return List.of(whenTrue, whenFalse);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /**
     * Goes on at the case of {@code value}, or at {@code otherwise}.
     *
     * @param cases distinct constants, zero-extended from the value's type
     */
    record Switch(Value value, List<Case> cases, Target otherwise, Span span) implements Terminator {
        /**
         * One constant of a switch.
         *
         * @param symbol {@code Enumeration.member} that stands for it in the source, or empty; without meaning
         */
        public record Case(long constant, String symbol, Target target) {
            public Case {
                Objects.requireNonNull(symbol);
                Objects.requireNonNull(target);
            }

            /** A number without a name. */
            public Case(long constant, Target target) {
                this(constant, "", target);
            }
        }

        public Switch {
            if (!value.type().isInteger()) {
                throw new IllegalArgumentException("needs an integer");
            }
            cases = List.copyOf(cases);
            if (cases.stream().map(Case::constant).distinct().count() != cases.size()) {
                throw new IllegalArgumentException("needs distinct cases");
            }
            Objects.requireNonNull(otherwise);
        }

        @Override
        public List<Value> operands() {
            return Stream.concat(Stream.of(value), targets().stream().flatMap(t -> t.arguments().stream()))
                    .toList();
        }

        @Override
        public List<Target> targets() {
            return Stream.concat(cases.stream().map(Case::target), Stream.of(otherwise))
                    .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.switchOn(this);
        }
    }

    /** Leaves the function with one value per result; a handler has none. */
    record Return(List<Value> values, Span span) implements Terminator {
        public Return {
            values = List.copyOf(values);
        }

        @Override
        public List<Value> operands() {
            return values;
        }

        @Override
        public List<Target> targets() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returns(this);
        }
    }

    /** One method per way to end a block. */
    interface Visitor<R> {
        R jump(Jump terminator);

        R branch(Branch terminator);

        R switchOn(Switch terminator);

        R returns(Return terminator);
    }
}
