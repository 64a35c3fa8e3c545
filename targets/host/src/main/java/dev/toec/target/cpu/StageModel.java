package dev.toec.target.cpu;

import java.util.List;
import java.util.Locale;

/**
 * A stage as the templates see it.
 *
 * @param file name of its files without extension; what everything it owns begins with
 * @param doc lines of text
 * @param functions definitions, callees first, handlers last
 * @param itemType the program's item
 */
record StageModel(
        String program,
        String name,
        String file,
        List<String> doc,
        String itemType,
        List<VariableModel> counters,
        List<VariableModel> variables,
        List<TableModel> tables,
        List<EmitterModel> emitters,
        List<InputModel> inputs,
        List<String> functions) {
    /**
     * A counter or variable.
     *
     * @param declaration type and name, of a variable
     * @param reported name in results, of a counter
     * @param initial value, of a variable
     */
    record VariableModel(String name, String declaration, String doc, String reported, String initial) {}

    /** What keeps the header from being read twice. */
    public String guard() {
        return file.toUpperCase(Locale.ROOT);
    }
}
