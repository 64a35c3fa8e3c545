package dev.toec.cgen;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a target writes what C itself has no word for: packets, tables, counters, ports. Everything else, control flow,
 * arithmetic, variables, is {@link FunctionEmitter}'s.
 *
 * <p>An operand handed to a method may have more bits than the value it stands for: converting it to the value's type,
 * as an argument of a typed function or an assignment does, gives the value. An expression that a method returns has
 * exactly the value of the result and its type {@link #type}.
 */
public interface Dialect {
    /** The C type of a value. */
    CType type(IrType type);

    /** The C type of a reference to an entry of {@code table}; {@link #type} is that of one whose table is not known. */
    CType entryType(String table);

    /** Whether variables are declared at the start of a block (C89) rather than where they get their value (C11). */
    boolean declaresAtBlockStart();

    /** Names that a local variable may not have: functions, macros and objects in scope. */
    Set<String> reservedNames();

    /** The C name of {@code function}. */
    String functionName(Function function);

    /** What is said of {@code function} above its definition, without its origin. */
    default String doc(Function function) {
        return function.doc();
    }

    /** Parameters {@code function} has before those of its own, say the state of its stage. */
    List<CParameter> contextParameters(Function function);

    /** Arguments for the {@link #contextParameters} of the function a {@code call} names. */
    List<CExpr> contextArguments(Instruction.Call call);

    /** The C name of the function a {@code call} names. */
    String calledName(Instruction.Call call);

    /** The enumerator for {@code symbol} of a constant or case (see {@link Enumerators}), if there is one. */
    Optional<CExpr> enumerator(String symbol);

    /** Whether the result of {@code instruction} may stand inside an expression rather than have a variable. */
    boolean nests(Instruction instruction);

    /** UDIV, UREM, SDIV or SREM by what is not a non-zero constant, guarded as {@link BinaryOp} says. */
    CExpr divide(BinaryOp op, IrType type, CExpr left, CExpr right);

    /** The bytes of a 16, 32 or 64 bit {@code operand} reversed. */
    CExpr byteSwap(IrType type, CExpr operand);

    CExpr packetLength(Instruction.PacketLength instruction, CExpr packet);

    CExpr packetLoad(Instruction.PacketLoad instruction, CExpr packet, CExpr offset);

    List<CStmt> packetStore(Instruction.PacketStore instruction, CExpr packet, CExpr offset, CExpr value);

    List<CStmt> packetRemove(Instruction.PacketRemove instruction, CExpr packet, CExpr offset, CExpr count);

    List<CStmt> packetDrop(Instruction.PacketDrop instruction, CExpr packet);

    List<CStmt> emit(Instruction.Emit instruction, List<CExpr> fields);

    List<CStmt> skip(Instruction.Skip instruction);

    List<CStmt> counterAdd(Instruction.CounterAdd instruction, CExpr amount);

    CExpr variableLoad(Instruction.VariableLoad instruction);

    List<CStmt> variableStore(Instruction.VariableStore instruction, CExpr value);

    CExpr tableFind(Instruction.TableFind instruction, List<CExpr> key);

    CExpr entryPresent(Instruction.EntryPresent instruction, CExpr entry);

    CExpr fieldLoad(Instruction.FieldLoad instruction, CExpr entry);

    List<CStmt> fieldStore(Instruction.FieldStore instruction, CExpr entry, CExpr value);

    CExpr bytesLoad(Instruction.BytesLoad instruction, CExpr entry, CExpr offset);

    List<CStmt> bytesStore(Instruction.BytesStore instruction, CExpr entry, CExpr offset, CExpr value);

    List<CStmt> bytesAdd(Instruction.BytesAdd instruction, CExpr entry, CExpr offset, CExpr value);

    CExpr tableInsert(Instruction.TableInsert instruction, List<CExpr> key, List<CExpr> value);

    CExpr tableRemove(Instruction.TableRemove instruction, List<CExpr> key);
}
