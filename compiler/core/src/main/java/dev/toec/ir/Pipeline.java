package dev.toec.ir;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How modules are joined, as the source says it; {@code graph} elaborates it.
 *
 * @param ports external ports, each with a receiving side {@code rx} and a transmitting side {@code tx}
 */
public record Pipeline(
        String name,
        String doc,
        List<ExternalPort> ports,
        List<Instance> instances,
        List<Sequence> sequences,
        List<Link> links,
        Span span) {
    public Pipeline {
        Objects.requireNonNull(name);
        Objects.requireNonNull(doc);
        ports = List.copyOf(ports);
        instances = List.copyOf(instances);
        sequences = List.copyOf(sequences);
        links = List.copyOf(links);
        Objects.requireNonNull(span);
    }

    /** Where packets come from and go to: a capture, a network interface. */
    public record ExternalPort(String name, Span span) {}

    /**
     * A stage: one use of a module.
     *
     * @param replicated whether copies of it may work at once
     */
    public record Instance(String name, String module, boolean replicated, Span span) {}

    /** Gives every item that passes one of {@code at} the next number. */
    public record Sequence(String name, List<Endpoint> at, Span span) {
        public Sequence {
            at = List.copyOf(at);
        }
    }

    /**
     * A port of a stage, or {@code rx} or {@code tx} of an external port.
     *
     * @param owner instance or external port
     */
    public record Endpoint(String owner, String port, Span span) {
        @Override
        public String toString() {
            return owner + "." + port;
        }
    }

    /**
     * What leaves {@code from} arrives at {@code to}.
     *
     * @param reorder the sequence in whose order it arrives, if in any
     */
    public record Link(Endpoint from, Endpoint to, Optional<String> reorder, Span span) {
        public Link {
            Objects.requireNonNull(reorder);
        }
    }
}
