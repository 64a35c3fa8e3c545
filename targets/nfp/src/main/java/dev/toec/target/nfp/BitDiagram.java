package dev.toec.target.nfp;

import java.util.ArrayList;
import java.util.List;

/** Draws the words of a layout, two characters a bit, as firmware sources for this chip do. */
final class BitDiagram {
    private static final int BITS = 32;
    private static final String TENS = "Bit    3 3 2 2 2 2 2 2 2 2 2 2 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0";
    private static final String ONES = "-----\\ 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0";

    /** A stretch of bits of a word. */
    private record Cell(String text, int bits) {}

    private BitDiagram() {}

    /** The lines of a drawing of {@code layout}. */
    static List<String> of(WorkLayout layout) {
        List<String> lines = new ArrayList<>(List.of(TENS, ONES));
        List<Cell> above = List.of();
        for (int word = 0; word < layout.words(); word++) {
            List<Cell> cells = cells(layout, word);
            lines.add(rule(word == 0 ? "Word  " : "      ", above, cells));
            lines.add("%4d  ".formatted(word) + row(cells));
            above = cells;
        }
        lines.add(rule("      ", above, List.of()));
        return lines;
    }

    private static List<Cell> cells(WorkLayout layout, int word) {
        List<Cell> cells = new ArrayList<>();
        int free = BITS;
        for (WorkLayout.Slot slot : layout.slots()) {
            if (slot.isWide() && slot.word() + 1 == word) {
                return List.of(new Cell(slot.field().name() + ", low", BITS));
            }
            if (slot.word() != word) {
                continue;
            }
            if (slot.isWide()) {
                unused(cells, BITS - slot.highBits());
                cells.add(new Cell(slot.field().name() + ", high", slot.highBits()));
                return cells;
            }
            cells.add(new Cell(slot.field().name(), slot.highBits()));
            free -= slot.highBits();
        }
        unused(cells, free);
        return cells;
    }

    private static void unused(List<Cell> cells, int bits) {
        if (bits > 0) {
            cells.add(new Cell("unused", bits));
        }
    }

    private static String row(List<Cell> cells) {
        StringBuilder row = new StringBuilder("|");
        for (Cell cell : cells) {
            int width = cell.bits() * 2 - 1;
            String text = cell.text().length() > width ? cell.text().substring(0, width) : cell.text();
            int left = (width - text.length()) / 2;
            row.append(" ".repeat(left))
                    .append(text)
                    .append(" ".repeat(width - text.length() - left))
                    .append('|');
        }
        return row.toString();
    }

    private static String rule(String margin, List<Cell> above, List<Cell> below) {
        StringBuilder rule = new StringBuilder("+" + "-".repeat(BITS * 2 - 1) + "+");
        for (List<Cell> cells : List.of(above, below)) {
            int at = 0;
            for (Cell cell : cells) {
                at += cell.bits() * 2;
                rule.setCharAt(at, '+');
            }
        }
        return margin + rule;
    }
}
