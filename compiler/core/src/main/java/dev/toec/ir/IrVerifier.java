package dev.toec.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what the constructors of the IR cannot: that names are declared once and where they are used, that operations
 * fit the declarations they name, and that every function is in SSA form. A message stands for a fault of the compiler
 * (or of a hand-written IR text), never of a TOE source. Whether packets are given away once is not checked here but by
 * the ownership analysis, for the source's sake.
 */
public final class IrVerifier {
    private final List<String> messages = new ArrayList<>();
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, WorkType> works = new HashMap<>();
    private final Set<String> reasons = new HashSet<>();

    private IrVerifier() {}

    /** What is wrong with {@code program}; empty if it is well-formed. */
    public static List<String> verify(IrProgram program) {
        IrVerifier verifier = new IrVerifier();
        verifier.program(program);
        return List.copyOf(verifier.messages);
    }

    private void program(IrProgram program) {
        for (IrProgram.DropReason reason : program.reasons()) {
            unique("drop reason", reason.name(), reasons.add(reason.name()));
        }
        works.put(WorkType.PACKET.name(), WorkType.PACKET);
        for (WorkType work : program.works()) {
            unique("work type", work.name(), works.put(work.name(), work) == null);
            verify(work);
        }
        for (Function function : program.functions()) {
            unique("function", function.name(), functions.put(function.name(), function) == null);
        }
        Set<String> names = new HashSet<>(functions.keySet());
        Map<String, Module> modules = new HashMap<>();
        for (Module module : program.modules()) {
            unique("module", module.name(), modules.put(module.name(), module) == null);
            module(module, names);
        }
        DeclaredNames everywhere = DeclaredNames.of(program.modules(), known -> {});
        for (Function function : program.functions()) {
            FunctionVerifier.verify(function, new OperationVerifier(this, everywhere, false), this::complain);
        }
        PipelineVerifier.verify(program.pipeline(), modules, this::complain);
    }

    private void verify(WorkType work) {
        Set<String> names = new HashSet<>();
        int packets = 0;
        for (Field field : work.fields()) {
            unique("field of " + work.name(), field.name(), names.add(field.name()));
            packets += field.type() == IrType.PACKET ? 1 : 0;
            if (field.type() == IrType.ENTRY) {
                complain("work type " + work.name() + " carries table entry " + field.name());
            }
        }
        if (packets > 1) {
            complain("work type " + work.name() + " carries " + packets + " packets");
        }
    }

    private void module(Module module, Set<String> functionNames) {
        DeclaredNames names = DeclaredNames.of(List.of(module), this::complain);
        Set<String> handled = new HashSet<>();
        for (Module.Handler handler : module.handlers()) {
            Function body = handler.body();
            unique("function", body.name(), functionNames.add(body.name()));
            unique("handler of " + module.name(), handler.input(), handled.add(handler.input()));
            FunctionVerifier.verify(body, new OperationVerifier(this, names, true), this::complain);
            signature(module, handler);
        }
        for (Module.Port input : module.inputs()) {
            if (!handled.contains(input.name())) {
                complain("in port " + module.name() + "." + input.name() + " has no handler");
            }
        }
        for (Module.Hook hook : module.hooks()) {
            for (String attached : hook.programs()) {
                attached(hook, attached);
            }
        }
    }

    private void attached(Module.Hook hook, String name) {
        Function function = functions.get(name);
        boolean fits = function != null
                && types(function.parameters()).equals(List.of(IrType.PACKET))
                && function.results().equals(List.of(IrType.I32));
        if (!fits) {
            complain("hook " + hook.name() + " runs " + name + ", which is no function of (packet) -> i32");
        }
    }

    private void signature(Module module, Module.Handler handler) {
        Function body = handler.body();
        Module.Port port = null;
        for (Module.Port input : module.inputs()) {
            port = input.name().equals(handler.input()) ? input : port;
        }
        if (port == null) {
            complain("handler " + body.name() + " serves " + handler.input() + ", which is no in port");
            return;
        }
        WorkType work = works.get(port.work());
        if (work == null) {
            complain("in port " + port.name() + " carries undeclared work " + port.work());
        } else if (!types(body.parameters()).equals(fieldTypes(work.fields()))) {
            complain("handler " + body.name() + " does not take the fields of " + work.name());
        }
        if (!body.results().isEmpty()) {
            complain("handler " + body.name() + " returns a value");
        }
    }

    void complain(String message) {
        messages.add(message);
    }

    private void unique(String kind, String name, boolean isNew) {
        if (!isNew) {
            complain(kind + " " + name + " is declared twice");
        }
    }

    Function function(String name) {
        return functions.get(name);
    }

    WorkType work(String name) {
        return works.get(name);
    }

    boolean isReason(String name) {
        return reasons.contains(name);
    }

    static List<IrType> types(List<Value> values) {
        List<IrType> types = new ArrayList<>(values.size());
        for (Value value : values) {
            types.add(value.type());
        }
        return types;
    }

    static List<IrType> fieldTypes(List<Field> fields) {
        List<IrType> types = new ArrayList<>(fields.size());
        for (Field field : fields) {
            types.add(field.type());
        }
        return types;
    }
}
