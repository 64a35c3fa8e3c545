package dev.toec.types;

import dev.toec.syntax.Ast;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names declared in a block, a module or a source, and those around it. A name means one thing only. */
final class Scope {
    private final Scope outer;
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();

    Scope(Scope outer) {
        this.outer = outer;
    }

    Scope outer() {
        return outer;
    }

    /** What {@code name} stands for, or {@code null}. */
    Symbol find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Symbol symbol = scope.symbols.get(name);
            if (symbol != null) {
                return symbol;
            }
        }
        return null;
    }

    /** Declares {@code symbol}, unless its name means something already: E0202. */
    void declare(Ast.Name name, Symbol symbol, Problems problems) {
        Symbol known = find(name.text());
        if (known == null) {
            symbols.put(name.text(), symbol);
        } else {
            problems.twice(name, known.span());
        }
    }

    /** Declares or replaces without a look at what was there. */
    void put(Symbol symbol) {
        symbols.put(symbol.name(), symbol);
    }

    /** Adds all names that can be used here. */
    void collect(Set<String> names) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.symbols.keySet());
        }
    }
}
