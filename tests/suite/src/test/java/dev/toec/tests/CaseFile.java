package dev.toec.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A test as data: a text of sections, each begun by a line {@code # NAME}, maybe with a word behind it. What stands
 * before the first section says in plain words what the case is about.
 *
 * @param path where it lies
 * @param about the words before the first section
 * @param sections by name, in order
 */
record CaseFile(Path path, String about, Map<String, Section> sections) {
    /**
     * @param argument what follows the name in its line, or empty
     * @param text the lines up to the next section
     */
    record Section(String argument, String text) {
        /** The lines that say something, stripped. */
        List<String> lines() {
            return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        }
    }

    static CaseFile read(Path path) throws IOException {
        Map<String, Section> sections = new LinkedHashMap<>();
        String about = "";
        for (String part : Files.readString(path).split("(?m)^(?=# [A-Z])")) {
            if (!part.startsWith("# ")) {
                about = part.strip();
                continue;
            }
            int end = part.indexOf('\n');
            String[] title = part.substring(2, end).split(" ", 2);
            Section section = new Section(title.length > 1 ? title[1].strip() : "", part.substring(end + 1));
            if (sections.put(title[0], section) != null) {
                throw new IOException(path + ": two sections " + title[0]);
            }
        }
        return new CaseFile(path, about, sections);
    }

    /** Every file below {@code directory} that ends in {@code suffix}, by name. */
    static List<Path> all(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** The section {@code name}, or an empty one. */
    Section section(String name) {
        return sections.getOrDefault(name, new Section("", ""));
    }

    /** The name of the file without its ending. */
    String name() {
        String file = path.getFileName().toString();
        return file.substring(0, file.lastIndexOf('.'));
    }

    /** Writes the file anew with another text in section {@code name}. */
    void rewrite(String name, String text) throws IOException {
        Map<String, Section> changed = new LinkedHashMap<>(sections);
        changed.put(name, new Section(section(name).argument(), text));
        String all = changed.entrySet().stream()
                .map(e -> ("# " + e.getKey() + " " + e.getValue().argument()).strip() + "\n"
                        + e.getValue().text())
                .collect(Collectors.joining());
        Files.writeString(path, about.isEmpty() ? all : about + "\n\n" + all);
    }
}
