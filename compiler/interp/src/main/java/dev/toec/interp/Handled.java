package dev.toec.interp;

import java.util.List;

/**
 * What a module did with one item.
 *
 * @param given the item
 * @param emitted in order, on all out ports
 * @param drops in order
 */
public record Handled(WorkItem given, List<WorkItem> emitted, List<Drop> drops) {
    public Handled {
        emitted = List.copyOf(emitted);
        drops = List.copyOf(drops);
    }

    /** What was emitted on one out port, in order. */
    public List<WorkItem> emittedOn(String port) {
        return emitted.stream().filter(e -> e.port().equals(port)).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(given.toString());
        emitted.forEach(e -> text.append("\n  emitted ").append(e));
        drops.forEach(d -> text.append("\n  dropped ").append(d));
        if (emitted.isEmpty() && drops.isEmpty()) {
            text.append("\n  neither emitted nor dropped anything");
        }
        return text.toString();
    }
}
