package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.syntax.Ast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types by their names: those of the language, and those of the source, which are made when first asked for. */
final class Types {
    /** Makes the type a source declares. */
    interface Maker {
        Type make();
    }

    /** How deep types may lie in each other, each declared after the one it lies in. */
    private static final int MAX_DEPTH = 100;

    private static final Type TOO_DEEP = new Type.Int(0, true);

    private static final Map<String, Type> BUILT_IN = builtIn();

    private final Problems problems;
    private final Map<String, Maker> declared = new HashMap<>();
    private final Map<String, Type> made = new HashMap<>();
    private int depth;

    Types(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, Type> builtIn() {
        Map<String, Type> types = new HashMap<>();
        for (Type.Basic type : Type.Basic.values()) {
            if (type.compareTo(Type.Basic.PACKET) <= 0) {
                types.put(type.toString(), type);
            }
        }
        types.put("Verdict", Type.Enumeration.VERDICT);
        return types;
    }

    static boolean isBuiltIn(String name) {
        return BUILT_IN.containsKey(name) || integer(name) != null || isPlanned(name);
    }

    /** Says how the type named {@code name} is made. */
    void declare(String name, Maker maker) {
        declared.put(name, maker);
    }

    /** The type {@code name}; reports what is no type and gives {@link Type.Basic#ERROR} for it. */
    Type find(Ast.Name name) {
        Type type = findOrNull(name.text());
        if (type != null) {
            return checked(type, name);
        }
        if (isPlanned(name.text())) {
            problems.report(
                    Diagnostic.of(Code.E0225, name.span(), "'" + name + "' is not in this version of the language")
                            .withNote("integers, bool, seq32, mac, ip4 and port are"));
        } else {
            problems.unknown(Code.E0201, "type", name, names());
        }
        return Type.Basic.ERROR;
    }

    /** The type {@code name}, or {@code null}. */
    Type findOrNull(String name) {
        Type type = BUILT_IN.get(name);
        if (type == null) {
            type = made.get(name);
        }
        if (type == null && declared.containsKey(name)) {
            type = make(name);
        }
        return type == null ? integer(name) : type;
    }

    private Type make(String name) {
        made.put(name, Type.Basic.NOTHING);
        depth++;
        Type type = depth > MAX_DEPTH ? null : declared.get(name).make();
        depth--;
        made.put(name, type == null ? Type.Basic.ERROR : type);
        return type == null ? TOO_DEEP : type;
    }

    private Type checked(Type type, Ast.Name name) {
        if (type == Type.Basic.NOTHING) {
            problems.report(Diagnostic.of(Code.E0233, name.span(), "'" + name + "' would contain itself"));
            return Type.Basic.ERROR;
        }
        if (type == TOO_DEEP) {
            problems.report(Diagnostic.of(Code.E0102, name.span(), "'" + name + "' lies too deep in other types")
                    .withNote("types may be " + MAX_DEPTH + " deep"));
            return Type.Basic.ERROR;
        }
        if (type instanceof Type.Int i && i.bits() == 0) {
            problems.report(Diagnostic.of(Code.E0211, name.span(), "there is no type '" + name + "'")
                    .withNote("unsigned integers have 1 to 64 bits, signed ones 8, 16, 32 or 64"));
            return Type.Basic.ERROR;
        }
        return type;
    }

    /** {@code uN} or {@code iN}; of a width that does not exist, with 0 bits. */
    private static Type.Int integer(String name) {
        if (name.length() < 2 || name.length() > 4 || (name.charAt(0) != 'u' && name.charAt(0) != 'i')) {
            return null;
        }
        int bits = 0;
        for (int i = 1; i < name.length(); i++) {
            char digit = name.charAt(i);
            if (digit < '0' || digit > '9') {
                return null;
            }
            bits = bits * 10 + digit - '0';
        }
        boolean signed = name.charAt(0) == 'i';
        boolean exists = signed ? bits == 8 || bits == 16 || bits == 32 || bits == 64 : bits >= 1 && bits <= 64;
        return new Type.Int(exists && name.charAt(1) != '0' ? bits : 0, signed);
    }

    private static boolean isPlanned(String name) {
        return switch (name) {
            case "ip6", "f32", "f64", "float", "double" -> true;
            default -> false;
        };
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(BUILT_IN.keySet());
        names.addAll(declared.keySet());
        names.addAll(List.of("u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64"));
        return names;
    }
}
