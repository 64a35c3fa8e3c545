package dev.toec.ir;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * A whole program after the front ends: everything is typed, structs are flattened to scalars, bodies are SSA.
 *
 * @param name a C identifier
 * @param reasons why a packet may be dropped
 * @param enums names for numbers
 * @param works what flows between stages, {@link WorkType#PACKET} not among them
 * @param functions what handlers call: functions of the source and attached programs
 */
public record IrProgram(
        String name,
        List<DropReason> reasons,
        List<Enumeration> enums,
        List<WorkType> works,
        List<Function> functions,
        List<Module> modules,
        Pipeline pipeline,
        Span span) {
    public IrProgram {
        Objects.requireNonNull(name);
        enums = List.copyOf(enums);
        reasons = List.copyOf(reasons);
        works = List.copyOf(works);
        functions = List.copyOf(functions);
        modules = List.copyOf(modules);
        Objects.requireNonNull(pipeline);
        Objects.requireNonNull(span);
    }

    /** A reason to drop a packet; every reason is a counter, free of charge. */
    public record DropReason(String name, String text, Span span) {}

    /** The same program with other functions. */
    public IrProgram withFunctions(List<Function> others) {
        return new IrProgram(name, reasons, enums, works, others, modules, pipeline, span);
    }

    /** The work type named {@code work}. */
    public WorkType work(String work) {
        if (work.equals(WorkType.PACKET.name())) {
            return WorkType.PACKET;
        }
        return works.stream().filter(w -> w.name().equals(work)).findFirst().orElseThrow();
    }

    /** The module named {@code module}. */
    public Module module(String module) {
        return modules.stream().filter(m -> m.name().equals(module)).findFirst().orElseThrow();
    }

    /** The function named {@code function}. */
    public Function function(String function) {
        return functions.stream()
                .filter(f -> f.name().equals(function))
                .findFirst()
                .orElseThrow();
    }
}
