package dev.toec.syntax;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands at the top of a source. */
public sealed interface Declaration extends Ast {
    <R> R accept(Visitor<R> visitor);

    /** {@code const name: type = value}. */
    record Const(String doc, Name name, Optional<Name> type, Expression value, Span span) implements Declaration {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** {@code enum name: base { member = value, … }}. */
    record Enumeration(String doc, Name name, Name base, List<Member> members, Span span) implements Declaration {
        /** One named value. */
        public record Member(Name name, Expression value) {}

        public Enumeration {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }
    }

    /** A layout of bits in a packet. */
    record Header(String doc, Name name, boolean big, List<Field> fields, Span span) implements Declaration {
        public Header {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.header(this);
        }
    }

    /** A group of values. */
    record Struct(String doc, Name name, List<Field> fields, Span span) implements Declaration {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.struct(this);
        }
    }

    /** What flows between modules. */
    record Work(String doc, Name name, List<Field> fields, Span span) implements Declaration {
        public Work {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.work(this);
        }
    }

    /** Why packets are dropped. */
    record Drops(List<Reason> reasons, Span span) implements Declaration {
        /** A reason and what it says to people. */
        public record Reason(Name name, String text) {}

        public Drops {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drops(this);
        }
    }

    /** A function; it borrows the packets it is given. */
    record Fn(String doc, Name name, List<Parameter> parameters, Optional<Name> result, Statement.Block body, Span span)
            implements Declaration {
        public Fn {
            parameters = List.copyOf(parameters);
            Objects.requireNonNull(result);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fn(this);
        }
    }

    /** A stage's program. */
    record ModuleDeclaration(String doc, Name name, List<ModuleMember> members, Span span) implements Declaration {
        public ModuleDeclaration {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.module(this);
        }
    }

    /** How modules are joined. */
    record PipelineDeclaration(String doc, Name name, List<PipelineItem> items, Span span) implements Declaration {
        public PipelineDeclaration {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.pipeline(this);
        }
    }

    /** One method per kind of declaration. */
    interface Visitor<R> {
        R constant(Const declaration);

        R enumeration(Enumeration declaration);

        R header(Header declaration);

        R struct(Struct declaration);

        R work(Work declaration);

        R drops(Drops declaration);

        R fn(Fn declaration);

        R module(ModuleDeclaration declaration);

        R pipeline(PipelineDeclaration declaration);
    }
}
