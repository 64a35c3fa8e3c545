package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.ir.ByteOrder;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.Declaration;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the types of a source from their declarations, and decides which type may stand where. */
final class Layouts {
    /** A field is read with one access of at most this many bytes. */
    private static final int MAX_ACCESS = 8;

    /** How many scalars a struct may become. */
    private static final int MAX_FIELDS = 256;

    private final Globals globals;
    private final Problems problems;

    Layouts(Globals globals, Problems problems) {
        this.globals = globals;
        this.problems = problems;
    }

    Type enumeration(Declaration.Enumeration declaration) {
        Type found = globals.types().find(declaration.base());
        if (found == Type.Basic.ERROR) {
            return found;
        }
        if (!(found instanceof Type.Int base) || base.signed()) {
            problems.report(
                    Diagnostic.of(Code.E0224, declaration.base().span(), "an enum is based on an unsigned integer")
                            .withFix("write a type from u1 to u64"));
            return Type.Basic.ERROR;
        }
        Map<String, BigInteger> members = new LinkedHashMap<>();
        Map<BigInteger, Ast.Name> values = new HashMap<>();
        Map<String, Span> names = new HashMap<>();
        for (Declaration.Enumeration.Member member : declaration.members()) {
            Span first = names.putIfAbsent(member.name().text(), member.name().span());
            if (first != null) {
                problems.twice(member.name(), first);
            }
            TypedExpression value = globals.conversions().fit(globals.constant(member.value()), base);
            if (value instanceof TypedExpression.Constant c) {
                sameValue(member.name(), values.putIfAbsent(c.value(), member.name()));
                members.putIfAbsent(member.name().text(), c.value());
            } else {
                members.putIfAbsent(member.name().text(), BigInteger.ZERO);
            }
        }
        return new Type.Enumeration(declaration.name().text(), declaration.doc(), base, members, false);
    }

    private void sameValue(Ast.Name member, Ast.Name other) {
        if (other != null) {
            problems.report(
                    Diagnostic.of(Code.E0202, member.span(), "'" + member + "' has the value of '" + other + "'")
                            .withRelated(other.span(), "the same value"));
        }
    }

    Type header(Declaration.Header declaration) {
        List<Type.Header.Member> members = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        int bit = 0;
        boolean broken = false;
        for (Ast.Field field : declaration.fields()) {
            Type type = fieldType(field, "a header");
            Type.Int range = Conversions.representation(type);
            noteName(field.name(), names);
            if (range == null) {
                broken = true;
                continue;
            }
            Type.Header.Member member = new Type.Header.Member(
                    field.name().text(), type, bit, range.bits(), field.name().span());
            checkAccess(member);
            members.add(member);
            bit += range.bits();
        }
        if (!broken && (bit % 8 != 0 || bit == 0)) {
            notWhole(declaration, bit);
        }
        return new Type.Header(
                declaration.name().text(),
                declaration.big() ? ByteOrder.BIG : ByteOrder.LITTLE,
                members,
                (bit + 7) / 8);
    }

    private void notWhole(Declaration.Header declaration, int bits) {
        problems.reportMissing(Diagnostic.of(
                        Code.E0212,
                        declaration.name().span(),
                        "header '" + declaration.name() + "' has " + bits + " bits")
                .withNote("a header is one or more whole bytes")
                .withFix(bits == 0 ? "add a field" : "add a field of " + (8 - bits % 8) + " bits"));
    }

    private void checkAccess(Type.Header.Member member) {
        if (member.bytes() > MAX_ACCESS) {
            problems.report(Diagnostic.of(
                            Code.E0213,
                            member.span(),
                            "'" + member.name() + "' lies across " + member.bytes() + " bytes")
                    .withNote("a field is read with one access of at most " + MAX_ACCESS + " bytes")
                    .withFix("let it begin at a whole byte, or split it"));
        }
    }

    Type struct(Ast.Name name, String doc, List<Ast.Field> fields, boolean work) {
        List<Type.Struct.Member> members = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        Span packet = null;
        for (Ast.Field field : fields) {
            Type type = work && field.own() ? ownPacket(field) : fieldType(field, work ? "a work type" : "a struct");
            noteName(field.name(), names);
            if (type == Type.Basic.PACKET) {
                onePacket(field, packet);
                packet = field.span();
            }
            members.add(new Type.Struct.Member(
                    field.name().text(), type, field.name().span()));
        }
        if (members.isEmpty()) {
            problems.reportMissing(Diagnostic.of(Code.E0223, name.span(), "'" + name + "' has no fields")
                    .withFix("add a field"));
        }
        Type.Struct struct = new Type.Struct(name.text(), doc, members, work);
        if (Shapes.count(struct) > MAX_FIELDS) {
            problems.report(Diagnostic.of(Code.E0102, name.span(), "'" + name + "' has too many fields")
                    .withNote("a struct may have " + MAX_FIELDS + " fields, those of its fields included"));
            return Type.Basic.ERROR;
        }
        checkFlatNames(struct);
        return struct;
    }

    private void noteName(Ast.Name name, Map<String, Span> names) {
        Span first = names.putIfAbsent(name.text(), name.span());
        if (first != null) {
            problems.twice(name, first);
        }
    }

    /** Fields of fields are named {@code outer_inner} in results and generated code, so these must differ too. */
    private void checkFlatNames(Type.Struct struct) {
        Map<String, Span> direct = new HashMap<>();
        for (Type.Struct.Member member : struct.members()) {
            direct.put(member.name(), member.span());
        }
        for (Type.Struct.Member member : struct.members()) {
            for (dev.toec.ir.Field field : Shapes.fields(member.name(), member.type())) {
                if (!field.name().equals(member.name()) && direct.putIfAbsent(field.name(), member.span()) != null) {
                    problems.report(Diagnostic.of(
                                    Code.E0202, member.span(), "'" + field.name() + "' would name two fields")
                            .withNote("a field of a field is called outer_inner in results and generated code"));
                }
            }
        }
    }

    private Type ownPacket(Ast.Field field) {
        Type type = globals.types().find(field.type());
        if (type != Type.Basic.PACKET && type != Type.Basic.ERROR) {
            problems.report(Diagnostic.of(Code.E0224, field.type().span(), "only a packet is owned")
                    .withFix("remove 'own'"));
            return Type.Basic.ERROR;
        }
        return type;
    }

    private void onePacket(Ast.Field field, Span first) {
        if (first != null) {
            problems.report(Diagnostic.of(Code.E0224, field.span(), "a work item carries at most one packet")
                    .withRelated(first, "the first one"));
        }
    }

    private Type fieldType(Ast.Field field, String where) {
        if (field.own()) {
            problems.report(Code.E0224, field.span(), where + " cannot own a packet; only a work type can");
            return Type.Basic.ERROR;
        }
        Type type = globals.types().find(field.type());
        boolean header = where.equals("a header");
        if (type == Type.Basic.PACKET && where.equals("a work type")) {
            problems.report(Diagnostic.of(Code.E0224, field.type().span(), "a packet in a work type is owned")
                    .withFix("write 'own packet'"));
            return Type.Basic.PACKET;
        }
        boolean fits =
                Conversions.representation(type) != null || (!header && type instanceof Type.Struct s && !s.work());
        return fits ? type : refused(field.type(), type, where);
    }

    private Type refused(Ast.Name name, Type type, String where) {
        if (type != Type.Basic.ERROR) {
            problems.report(Diagnostic.of(Code.E0224, name.span(), "'" + name + "' cannot stand in " + where)
                    .withNote(
                            where.equals("a header")
                                    ? "fields of a header are integers, bool, seq32, mac, ip4, port and enums"
                                    : "fields are scalars and structs"));
        }
        return Type.Basic.ERROR;
    }

    /** The type of a local, a result or the like: a scalar of ordinary width, or a struct. */
    Type value(Ast.Name name, String what) {
        Type type = globals.types().find(name);
        if (type instanceof Type.Int range && !range.ordinary().equals(range)) {
            problems.report(Diagnostic.of(Code.E0211, name.span(), what + " cannot have type '" + name + "'")
                    .withNote("other widths than 8, 16, 32 and 64 bits are for fields")
                    .withFix("write '" + range.ordinary() + "'"));
            return Type.Basic.ERROR;
        }
        boolean fits = Conversions.representation(type) != null || (type instanceof Type.Struct s && !s.work());
        if (!fits && type != Type.Basic.ERROR) {
            problems.report(Code.E0224, name.span(), what + " cannot have type '" + name + "'");
            return Type.Basic.ERROR;
        }
        return type;
    }

    /** The type of a constant or a variable: a scalar of ordinary width. */
    Type scalar(Ast.Name name, String what) {
        Type type = value(name, what);
        if (type instanceof Type.Struct) {
            problems.report(Code.E0224, name.span(), what + " cannot be a struct");
            return Type.Basic.ERROR;
        }
        return type;
    }

    /** The type of a parameter: a value or a packet. */
    Type parameter(Ast.Name name) {
        return name.text().equals("packet") ? Type.Basic.PACKET : value(name, "a parameter");
    }

    /** What passes a port: a packet or a work type. */
    Type work(Ast.Name name) {
        Type type = globals.types().find(name);
        boolean fits = type == Type.Basic.PACKET || (type instanceof Type.Struct s && s.work());
        if (!fits && type != Type.Basic.ERROR) {
            problems.report(Diagnostic.of(Code.E0224, name.span(), "a port cannot carry '" + name + "'")
                    .withNote("what flows between modules is a packet or a work type"));
            return Type.Basic.ERROR;
        }
        return type;
    }

    /** The type of a table's key or value: a scalar of any width, or a struct. */
    Type tablePart(Ast.Name name, String what) {
        Type type = globals.types().find(name);
        boolean fits = Conversions.representation(type) != null || (type instanceof Type.Struct s && !s.work());
        if (!fits && type != Type.Basic.ERROR) {
            problems.report(Code.E0224, name.span(), what + " cannot have type '" + name + "'");
            return Type.Basic.ERROR;
        }
        return type;
    }
}
