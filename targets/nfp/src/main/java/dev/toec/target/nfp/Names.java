package dev.toec.target.nfp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of one scope of the firmware: lower case with underscores, each given once. */
final class Names {
    private final Map<String, String> given = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Names(Set<String> reserved) {
        taken.addAll(reserved);
    }

    /** The name for what the source calls {@code source}; the same for every call. */
    String of(String source) {
        return of(source, source);
    }

    /** The name for {@code part}, as close to {@code wish} as is free; the same for every call. */
    String of(String part, String wish) {
        return given.computeIfAbsent(part, p -> fresh(wish));
    }

    private String fresh(String source) {
        String wish = snake(source);
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + i;
        }
        return name;
    }

    /** {@code FiveTuple.src} as {@code five_tuple_src}. */
    static String snake(String source) {
        return source.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }

    /** {@code FiveTuple.src} as {@code FIVE_TUPLE_SRC}. */
    static String constant(String source) {
        return snake(source).toUpperCase(Locale.ROOT);
    }
}
