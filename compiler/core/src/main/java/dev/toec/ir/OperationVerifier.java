package dev.toec.ir;

import dev.toec.ir.Instruction.*;
import java.util.List;

/** Whether an operation fits the declarations it names: a message, or {@code null}. */
final class OperationVerifier implements Instruction.Visitor<String> {
    private final IrVerifier program;
    private final DeclaredNames names;
    private final boolean handler;

    /**
     * @param names what the function may name
     * @param handler whether it may tell reorder points
     */
    OperationVerifier(IrVerifier program, DeclaredNames names, boolean handler) {
        this.program = program;
        this.names = names;
        this.handler = handler;
    }

    @Override
    public String constant(Constant i) {
        return null;
    }

    @Override
    public String binary(Binary i) {
        return null;
    }

    @Override
    public String compare(Compare i) {
        return null;
    }

    @Override
    public String unary(Unary i) {
        boolean swaps = i.op() == UnaryOp.BYTE_SWAP;
        return swaps && i.operand().type().bits() < 16 ? "has no bytes to swap" : null;
    }

    @Override
    public String convert(Convert i) {
        return null;
    }

    @Override
    public String select(Select i) {
        return null;
    }

    @Override
    public String packetLength(PacketLength i) {
        return null;
    }

    @Override
    public String packetLoad(PacketLoad i) {
        return null;
    }

    @Override
    public String packetStore(PacketStore i) {
        return null;
    }

    @Override
    public String packetRemove(PacketRemove i) {
        return null;
    }

    @Override
    public String packetDrop(PacketDrop i) {
        return program.isReason(i.reason()) ? null : "no such drop reason";
    }

    @Override
    public String emit(Emit i) {
        WorkType work = program.work(names.outputs().getOrDefault(i.port(), ""));
        if (work == null) {
            return "no such out port";
        }
        return fits(i.fields(), work.fields(), "fields of " + work.name());
    }

    @Override
    public String skip(Skip i) {
        return handler ? null : "a function does not skip";
    }

    @Override
    public String counterAdd(CounterAdd i) {
        return names.counters().contains(i.counter()) ? null : "no such counter";
    }

    @Override
    public String variableLoad(VariableLoad i) {
        return variable(i.variable(), i.result());
    }

    @Override
    public String variableStore(VariableStore i) {
        return variable(i.variable(), i.value());
    }

    private String variable(String name, Value value) {
        Field field = names.variables().get(name);
        if (field == null) {
            return "no such variable";
        }
        return field.type() == value.type() ? null : "the variable is " + field.type();
    }

    @Override
    public String tableFind(TableFind i) {
        return keyed(i.table(), i.key());
    }

    @Override
    public String tableInsert(TableInsert i) {
        String fault = keyed(i.table(), i.key());
        return fault != null ? fault : fits(i.value(), table(i.table()).value(), "value fields of " + i.table());
    }

    @Override
    public String tableRemove(TableRemove i) {
        return keyed(i.table(), i.key());
    }

    private Table table(String name) {
        return names.tables().get(name);
    }

    private String keyed(String name, List<Value> key) {
        return table(name) == null ? "no such table" : fits(key, table(name).key(), "key fields of " + name);
    }

    @Override
    public String entryPresent(EntryPresent i) {
        return null;
    }

    @Override
    public String fieldLoad(FieldLoad i) {
        return field(i.table(), i.field(), i.result());
    }

    @Override
    public String fieldStore(FieldStore i) {
        return field(i.table(), i.field(), i.value());
    }

    private String field(String table, String name, Value value) {
        String fault = addressed(table, Table.Addressing.FIELDS);
        if (fault != null) {
            return fault;
        }
        for (Field field : table(table).value()) {
            if (field.name().equals(name)) {
                return field.type() == value.type() ? null : "the field is " + field.type();
            }
        }
        return "no such field";
    }

    @Override
    public String bytesLoad(BytesLoad i) {
        return addressed(i.table(), Table.Addressing.BYTES);
    }

    @Override
    public String bytesStore(BytesStore i) {
        return addressed(i.table(), Table.Addressing.BYTES);
    }

    @Override
    public String bytesAdd(BytesAdd i) {
        return addressed(i.table(), Table.Addressing.BYTES);
    }

    private String addressed(String name, Table.Addressing addressing) {
        if (table(name) == null) {
            return "no such table";
        }
        return table(name).addressing() == addressing ? null : "the table is addressed otherwise";
    }

    @Override
    public String call(Call i) {
        Function callee = program.function(i.function());
        if (callee == null) {
            return "no such function";
        }
        boolean fits = IrVerifier.types(i.arguments()).equals(IrVerifier.types(callee.parameters()))
                && IrVerifier.types(i.results()).equals(callee.results());
        return fits ? null : "does not fit the function's parameters or results";
    }

    @Override
    public String hookCall(HookCall i) {
        return names.hooks().contains(i.hook()) ? null : "no such hook";
    }

    private static String fits(List<Value> values, List<Field> fields, String what) {
        return IrVerifier.types(values).equals(IrVerifier.fieldTypes(fields)) ? null : "does not give the " + what;
    }
}
