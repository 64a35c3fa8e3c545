package dev.toec.syntax;

import dev.toec.source.Span;

/** What stands in a module. */
public sealed interface ModuleMember extends Ast {
    /** What it declares; of a handler, the in port it serves. */
    Name name();

    <R> R accept(Visitor<R> visitor);

    /** {@code in name: work} or {@code out name: work}. */
    record Port(String doc, Name name, boolean input, Name work, Span span) implements ModuleMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.port(this);
        }
    }

    /** {@code counter name}. */
    record Counter(String doc, Name name, Span span) implements ModuleMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.counter(this);
        }
    }

    /** {@code table name: key -> value max capacity}. */
    record Table(String doc, Name name, Name key, Name value, Expression capacity, Span span) implements ModuleMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.table(this);
        }
    }

    /** {@code var name: type = initial}. */
    record Variable(String doc, Name name, Name type, Expression initial, Span span) implements ModuleMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variable(this);
        }
    }

    /** {@code hook name kind max instructions}. */
    record Hook(String doc, Name name, Name kind, Expression maxInstructions, Span span) implements ModuleMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hook(this);
        }
    }

    /** {@code on port(item) { … }}. */
    record Handler(String doc, Name name, Name item, Statement.Block body, Span span) implements ModuleMember {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.handler(this);
        }
    }

    /** One method per kind of member. */
    interface Visitor<R> {
        R port(Port member);

        R counter(Counter member);

        R table(Table member);

        R variable(Variable member);

        R hook(Hook member);

        R handler(Handler member);
    }
}
