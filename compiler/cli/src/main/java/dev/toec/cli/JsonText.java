package dev.toec.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON, and says in people's words where a text is none: the library's messages name classes of its own. */
final class JsonText {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private JsonText() {}

    /** A text is not JSON; the message says where. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private Malformed(String message) {
            super(message, null, false, false);
        }
    }

    /** What {@code text} says. */
    static JsonElement parse(String text) throws Malformed {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw new Malformed("it is not JSON"
                    + (place.find() ? " at line " + place.group(1) + ", column " + place.group(2) : ""));
        }
    }
}
