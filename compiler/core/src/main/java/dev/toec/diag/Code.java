package dev.toec.diag;

import java.util.Locale;

/**
 * Every diagnostic toec can give, once. The first two digits name the part of the language: 01 syntax, 02 names and
 * types, 03 packets and ownership, 04 tables and packet bounds, 05 parallelism and order, 06 pipelines and mapping,
 * 07 targets and engines, 08 eBPF, 09 files and arguments. Each has a page, shown by {@code toec explain}, and a
 * must-fail case.
 */
public enum Code {
    // 01 syntax
    E0101("syntax error"),
    E0102("nested too deeply"),
    E0103("text without an end"),
    E0104("character outside the language"),
    E0105("malformed number"),
    E0106("malformed address"),
    E0107("no package declaration"),
    E0108("comparison of a comparison"),
    E0109("name too long"),
    E0190("malformed IR text"),
    E0191("IR value not defined once"),
    E0192("IR operation does not fit its values"),
    E0193("ill-formed IR"),

    // 02 names and types
    E0201("unknown name"),
    E0202("declared twice"),
    E0203("type mismatch"),
    E0204("value out of range"),
    E0205("not a constant"),
    E0206("unknown member"),
    E0207("wrong number of arguments"),
    E0208("not assignable"),
    E0209("operator not defined"),
    E0210("conversion not defined"),
    E0211("width not allowed here"),
    E0212("header is not whole bytes"),
    E0213("bit-field spans too many bytes"),
    E0214("match is not exhaustive"),
    E0215("pattern matched twice"),
    E0216("missing return"),
    E0217("statement is never reached"),
    E0218("result is not used"),
    E0219("recursion"),
    E0220("loop bounds"),
    E0221("break or continue outside a loop"),
    E0222("division by constant zero"),
    E0223("fields do not fit the type"),
    E0224("type not allowed here"),
    E0225("not in this version"),
    E0226("else block must leave"),
    E0227("return does not fit"),
    E0228("only a handler gives packets away"),
    E0229("handlers do not fit the in ports"),
    E0230("not a value"),
    E0231("else missing or misplaced"),
    E0232("pipeline missing or repeated"),
    E0233("defined by itself"),

    // 03 packets and ownership
    E0301("packet used after it was given away"),
    E0302("packet given away twice"),
    E0303("packet not given away"),
    E0304("borrowed packet given away"),

    // 04 tables and packet bounds
    E0401("view is no longer valid"),
    E0402("bytes are not proved to be there"),
    E0403("capacity out of range"),
    E0404("view beyond the longest packet"),

    // 05 parallelism and order
    E0501("order-sensitive stage behind a replicated one"),
    E0502("order-sensitive stage where ways of different length meet"),
    E0503("replicated stage writes state"),
    E0504("two items with one sequence number"),
    W0510("stage runs as one replica"),

    // 06 pipelines and mapping
    E0601("unconnected port"),
    E0602("unknown stage or port"),
    E0603("link joins different work"),
    E0604("link in the wrong direction"),
    E0605("out port linked twice"),
    E0606("sequence not at a receiving port"),
    E0607("port must be named"),
    E0620("links lead round in a circle"),
    E0621("packet without a number at a reorder point"),
    E0622("number that never comes to its reorder point"),
    E0630("no such hook"),
    E0631("hook of several stages"),
    E0632("no loader for this kind of program"),
    E0633("two attached files of one name"),
    E0634("attached program too long"),
    E0635("name of an attached program is taken"),
    E0640("malformed mapping"),
    E0641("mapping of an unknown stage"),
    E0642("replicas of a stage that is not replicated"),
    E0643("stage placed twice"),
    W0620("in port that nothing feeds"),
    W0621("port that no link uses"),

    // 07 targets and engines
    E0701("not available on this target"),
    E0710("more than the NFP-4000 has"),
    E0711("work item too wide for the NFP-4000"),
    E0712("port in two sequences on the NFP-4000"),
    E0713("reordered item without a packet too wide for the NFP-4000"),
    E0714("table key too long for the NFP-4000"),
    E0715("irreducible loop on the NFP-4000"),

    // 08 eBPF
    E0801("not an eBPF object"),
    E0802("malformed ELF object"),
    E0803("malformed type information"),
    E0804("no such program in the object"),
    E0805("wrong map definition"),
    E0806("map not supported"),
    E0807("reference that cannot be resolved"),
    E0808("invalid instruction"),
    E0809("control flow leaves the program"),
    E0810("helper function not supported"),
    E0811("call not supported"),
    E0812("instruction not supported"),
    E0820("register read before it is written"),
    E0821("packet access not proved"),
    E0822("possible null pointer"),
    E0823("access outside of the stack"),
    E0824("stack read before it is written"),
    E0825("address leaves the program"),
    E0826("pointer arithmetic not allowed"),
    E0827("access outside of a map value"),
    E0828("access to the context not supported"),
    E0829("no proof that the program ends"),
    E0830("wrong argument of a helper function"),
    E0831("access through something that is not a pointer"),
    E0832("map value used after its entry was replaced"),
    E0833("pointer comparison not allowed"),
    E0834("read-only data written"),
    E0840("program cannot be translated"),

    // 09 files and arguments
    E0901("cannot read file"),
    E0902("not UTF-8 text"),
    E0903("cannot write file"),
    E0904("damaged capture"),
    E0905("no such port"),
    E0906("no such table"),
    E0907("malformed table entries"),
    E0908("program could not be run"),
    E0909("no such network interface");

    private final String title;

    Code(String title) {
        this.title = title;
    }

    /** A few words that hold for every diagnostic of this code. */
    public String title() {
        return title;
    }

    /** Codes that begin with {@code E} are errors, those with {@code W} warnings. */
    public Severity severity() {
        return name().charAt(0) == 'E' ? Severity.ERROR : Severity.WARNING;
    }

    /** The code named {@code text} in any case, or {@code null}. */
    public static Code parse(String text) {
        for (Code code : values()) {
            if (code.name().equals(text.toUpperCase(Locale.ROOT))) {
                return code;
            }
        }
        return null;
    }
}
