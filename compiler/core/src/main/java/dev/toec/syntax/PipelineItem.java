package dev.toec.syntax;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands in a pipeline. */
public sealed interface PipelineItem extends Ast {
    <R> R accept(Visitor<R> visitor);

    /** {@code port name, …}: where packets come from and go to. */
    record Ports(List<Name> names, Span span) implements PipelineItem {
        public Ports {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ports(this);
        }
    }

    /** {@code stage name = module replicated}. */
    record Stage(Name name, Name module, boolean replicated, Span span) implements PipelineItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stage(this);
        }
    }

    /** {@code sequence name at endpoint, …}. */
    record Sequence(Name name, List<Endpoint> at, Span span) implements PipelineItem {
        public Sequence {
            at = List.copyOf(at);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    /** {@code from -> reorder sequence -> to}. */
    record Link(Endpoint from, Optional<Name> reorder, Endpoint to, Span span) implements PipelineItem {
        public Link {
            Objects.requireNonNull(reorder);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.link(this);
        }
    }

    /**
     * {@code owner[replicated].port}.
     *
     * @param port not written where the owner has one port of the direction only
     */
    record Endpoint(Name owner, boolean replicated, Optional<Name> port, Span span) {
        public Endpoint {
            Objects.requireNonNull(port);
        }
    }

    /** One method per kind of item. */
    interface Visitor<R> {
        R ports(Ports item);

        R stage(Stage item);

        R sequence(Sequence item);

        R link(Link item);
    }
}
