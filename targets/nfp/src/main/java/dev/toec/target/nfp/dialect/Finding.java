package dev.toec.target.nfp.dialect;

/**
 * A place that breaks a rule.
 *
 * @param rule {@code R1} to {@code R10}
 * @param line from 1
 * @param message what is wrong there
 */
public record Finding(String rule, String path, int line, String message) {
    @Override
    public String toString() {
        return path + ":" + line + ": " + rule + ": " + message;
    }
}
