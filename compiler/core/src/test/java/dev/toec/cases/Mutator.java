package dev.toec.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes texts that are nearly right out of texts that are right: a few tokens of one are removed, doubled, swapped,
 * replaced by tokens of another, or damaged.
 */
public final class Mutator {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_]+|\\s+|[^A-Za-z0-9_\\s]");
    private static final List<String> STRANGE = List.of(
            "\0",
            "\r",
            "\uFEFF",
            "é",
            "\uD83D\uDE00",
            "\uD83D",
            "/*",
            "*/",
            "//",
            "\"",
            "99999999999999999999999",
            "0x",
            "1.2.3.4",
            "02:00:00:00:00:01",
            "((((((((",
            "}}}}",
            "else",
            "->",
            "..",
            "!!!!",
            "~ - ~ -",
            "[",
            "as u1 as i64");

    private final List<List<String>> texts = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final Random random;

    /** The same {@code seed} gives the same texts again. */
    public Mutator(List<String> sources, long seed) {
        random = new Random(seed);
        for (String source : sources) {
            List<String> split = new ArrayList<>();
            Matcher matcher = TOKEN.matcher(source);
            while (matcher.find()) {
                split.add(matcher.group());
            }
            texts.add(split);
            tokens.addAll(split);
        }
    }

    /** The next text. */
    public String next() {
        List<String> text = new ArrayList<>(texts.get(random.nextInt(texts.size())));
        for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            mutate(text, random.nextInt(text.size()));
        }
        return String.join("", text);
    }

    private void mutate(List<String> text, int at) {
        switch (random.nextInt(8)) {
            case 0 -> text.remove(at);
            case 1 -> text.add(at, text.get(at));
            case 2 -> text.set(at, text.set(random.nextInt(text.size()), text.get(at)));
            case 3 -> text.set(at, tokens.get(random.nextInt(tokens.size())));
            case 4 -> text.add(at, tokens.get(random.nextInt(tokens.size())));
            case 5 -> text.add(at, STRANGE.get(random.nextInt(STRANGE.size())));
            case 6 -> text.addAll(at, List.copyOf(part(text)));
            default -> part(text).clear();
        }
    }

    /** A few tokens in a row; now and then all up to the end. */
    private List<String> part(List<String> text) {
        int from = random.nextInt(text.size());
        int length = random.nextInt(20) == 0 ? text.size() : 1 + random.nextInt(12);
        return text.subList(from, Math.min(text.size(), from + length));
    }
}
