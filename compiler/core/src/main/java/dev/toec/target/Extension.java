package dev.toec.target;

import dev.toec.ir.Function;
import dev.toec.ir.Table;
import java.util.List;
import java.util.Objects;

/**
 * An attached program in IR: what a front end other than TOE hands to a hook.
 *
 * @param name a C identifier made of the file's name, which prefixes its functions and tables
 * @param entry name of the function to call, of type {@code (packet) -> i32}; the result is a verdict code as the
 *     program's own kind numbers it
 * @param functions the entry and what it calls
 * @param tables its maps
 * @param instructions of the source program, for the hook's limit
 */
public record Extension(String name, String entry, List<Function> functions, List<Table> tables, int instructions) {
    public Extension {
        Objects.requireNonNull(name);
        Objects.requireNonNull(entry);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
    }
}
