package dev.toec.cgen;

import java.util.List;
import java.util.Objects;

/**
 * A function of C.
 *
 * @param doc what it does, lines of plain text, or empty
 * @param specifiers {@code static}, {@code static inline}, or empty
 */
public record CFunction(
        String doc, String specifiers, CType result, String name, List<CParameter> parameters, List<CStmt> body) {
    public CFunction {
        Objects.requireNonNull(doc);
        Objects.requireNonNull(specifiers);
        Objects.requireNonNull(result);
        Objects.requireNonNull(name);
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }
}
