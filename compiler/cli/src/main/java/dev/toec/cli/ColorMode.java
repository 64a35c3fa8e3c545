package dev.toec.cli;

import java.util.Locale;

/** When diagnostics are coloured. */
enum ColorMode {
    /** If a person watches, and has not asked for none by {@code NO_COLOR} (no-color.org). */
    AUTO,
    ALWAYS,
    NEVER;

    static final String DESCRIPTION = "Colour diagnostics: auto, which is meant if not given, always or never.";

    boolean coloured(Console console) {
        if (this == AUTO) {
            return console.terminal() && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        }
        return this == ALWAYS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
