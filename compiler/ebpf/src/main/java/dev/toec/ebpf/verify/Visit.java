package dev.toec.ebpf.verify;

/** A state kept to compare later ones with, and how much of what follows from it is still to be explored. */
final class Visit {
    final State state;

    private final Visit parent;
    private int open = 1;

    Visit(State state, Visit parent) {
        this.state = state;
        this.parent = parent;
    }

    /** One more path hangs from here. */
    void branch() {
        open++;
    }

    /** A path that hangs from here has ended. */
    void end() {
        Visit visit = this;
        while (visit != null && --visit.open == 0) {
            visit = visit.parent;
        }
    }

    /** Whether a path from here is not explored to its end: the present path comes from here. */
    boolean isOpen() {
        return open > 0;
    }
}
