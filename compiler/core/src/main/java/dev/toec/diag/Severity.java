package dev.toec.diag;

/** How much a diagnostic matters: only an error stops the compilation. */
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
