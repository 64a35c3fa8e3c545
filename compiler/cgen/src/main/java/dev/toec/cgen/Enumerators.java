package dev.toec.cgen;

import dev.toec.graph.Elaboration;
import dev.toec.ir.Enumeration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The C names of a program's enumerations: {@code Fault.runt} of program {@code edge} is {@code EDGE_FAULT_RUNT}. An
 * enumerator of C is an {@code int}, so an enumeration with a value beyond stays without names.
 */
public final class Enumerators {
    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    /**
     * An enumeration as C declares it.
     *
     * @param type its tag
     * @param enumerators {@code NAME = value} each
     */
    public record Declared(String type, String doc, List<String> enumerators) {}

    /**
     * @param prefix what the names begin with, in lower case; may be empty
     * @param taken second parts of names that begin with the prefix and mean something else
     */
    public Enumerators(String prefix, List<Enumeration> enumerations, Set<String> taken) {
        Names types = new Names(taken);
        Names enumerators = new Names(Set.of());
        for (Enumeration enumeration : enumerations) {
            if (enumeration.members().stream().allMatch(m -> m.value() >= 0 && m.value() <= Integer.MAX_VALUE)) {
                String type = types.fresh(Elaboration.snakeCase(enumeration.name()));
                declare(prefix.isEmpty() ? type : prefix + "_" + type, enumeration, enumerators);
            }
        }
    }

    private void declare(String type, Enumeration enumeration, Names enumerators) {
        List<String> declarations = new ArrayList<>();
        for (Enumeration.Member member : enumeration.members()) {
            String name = enumerators.fresh((type + "_" + member.name()).toUpperCase(Locale.ROOT));
            names.put(enumeration.symbol(member.value()), name);
            CExpr value = Literals.unsigned(member.value(), false);
            declarations.add(name + " = " + ((CExpr.Literal) value).text());
        }
        declared.add(new Declared(type, enumeration.doc(), declarations));
    }

    /** What a header declares. */
    public List<Declared> declared() {
        return List.copyOf(declared);
    }

    /** The enumerator {@code symbol} stands for, if there is one. */
    public Optional<CExpr> name(String symbol) {
        return Optional.ofNullable(names.get(symbol)).map(CExpr::name);
    }
}
