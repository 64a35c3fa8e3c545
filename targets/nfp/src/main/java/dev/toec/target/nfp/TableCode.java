package dev.toec.target.nfp;

import dev.toec.cgen.CExpr;
import dev.toec.cgen.CParameter;
import dev.toec.cgen.CStmt;
import dev.toec.cgen.CType;
import dev.toec.cgen.Templates;
import dev.toec.ir.Field;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions a stage uses on one of its tables: {@code _find}, {@code _insert} and {@code _remove}. */
final class TableCode {
    /** Words that one insertion command writes. */
    private static final int CHUNK_WORDS = 16;

    private final Templates templates;
    private final String memory;
    private final TableLayout layout;

    /** A word of a command: its index and what it holds. */
    record Word(int index, String value) {}

    /** A command that writes words at a byte offset of a value. */
    record Chunk(int offset, int words, List<Word> assignments) {}

    /** What the templates ask for. */
    record Model(
            String name,
            String constant,
            String table,
            String find,
            String claim,
            String insert,
            String remove,
            String findCall,
            String claimCall,
            int keyWords,
            int slotWords,
            int chunkWords,
            List<Word> key,
            List<Word> compared,
            List<Chunk> chunks) {}

    TableCode(Templates templates, String memory, TableLayout layout) {
        this.templates = templates;
        this.memory = memory;
        this.layout = layout;
    }

    /** The text of {@code find}, {@code insert} or {@code remove}. */
    String function(String operation) {
        return templates.render("table_" + operation, Map.of("t", model()));
    }

    private Model model() {
        List<Word> key = words("key_", layout.table().key());
        List<Chunk> chunks = chunks(valueWords());
        List<CParameter> inserted =
                new ArrayList<>(parameters("key_", layout.table().key()));
        inserted.addAll(parameters("value_", layout.table().value()));
        inserted.add(new CParameter(CType.named("enum toe_insert"), "mode"));
        return new Model(
                memory,
                Names.constant(memory),
                layout.table().name(),
                signature(MicroCDialect.typeOf(IrType.ENTRY), "_find"),
                signature(MicroCDialect.typeOf(IrType.ENTRY), "_claim"),
                Style.signature(CType.BOOL, memory + "_insert", inserted),
                signature(CType.BOOL, "_remove"),
                assignment("_find", 4),
                assignment("_claim", 8),
                layout.keyWords(),
                layout.keyWords() + 1,
                chunks.stream().mapToInt(Chunk::words).max().orElse(0),
                key,
                key.stream().map(w -> new Word(w.index() + 1, w.value())).toList(),
                chunks);
    }

    private String signature(CType result, String suffix) {
        return Style.signature(
                result, memory + suffix, parameters("key_", layout.table().key()));
    }

    /** {@code at = <table><suffix>(key …);}. */
    private String assignment(String suffix, int indent) {
        List<String> key =
                layout.table().key().stream().map(f -> "key_" + f.name()).toList();
        CExpr call = Style.expression(memory + suffix, key);
        return Style.print(new CStmt.Assign(CExpr.name("at"), Optional.empty(), call), indent);
    }

    private static List<CParameter> parameters(String prefix, List<Field> fields) {
        return fields.stream()
                .map(f -> new CParameter(MicroCDialect.typeOf(f.type()), prefix + f.name()))
                .toList();
    }

    private static List<Word> words(String prefix, List<Field> fields) {
        List<Word> words = new ArrayList<>();
        for (Field field : fields) {
            String name = prefix + field.name();
            if (field.type() == IrType.I64) {
                words.add(new Word(words.size(), "(uint32_t)(" + name + " >> 32)"));
                words.add(new Word(words.size(), "(uint32_t)" + name));
            } else {
                words.add(new Word(words.size(), name));
            }
        }
        return words;
    }

    private List<Word> valueWords() {
        return layout.isBytes() ? doublewords() : words("value_", layout.table().value());
    }

    /** A value of plain bytes: pieces of 8, 4, 2 and 1 bytes, put together to big-endian doublewords. */
    private List<Word> doublewords() {
        List<List<String>> parts = new ArrayList<>();
        for (int i = 0; i < layout.valueWords(); i++) {
            parts.add(new ArrayList<>());
        }
        int offset = 0;
        for (Field piece : layout.table().value()) {
            String name = "value_" + piece.name();
            int high = offset / 8 * 2;
            if (piece.bytes() == 8) {
                parts.get(high).add("(uint32_t)(" + name + " >> 32)");
                parts.get(high + 1).add("(uint32_t)" + name);
            } else {
                parts.get(offset % 8 < 4 ? high + 1 : high).add(shifted(name, offset % 4 * 8));
            }
            offset += piece.bytes();
        }
        List<Word> words = new ArrayList<>();
        parts.forEach(p -> words.add(new Word(words.size(), p.isEmpty() ? "0" : String.join(" | ", p))));
        return words;
    }

    private static String shifted(String name, int count) {
        return count == 0 ? name : "(uint32_t)" + name + " << " + count;
    }

    private static List<Chunk> chunks(List<Word> words) {
        List<Chunk> chunks = new ArrayList<>();
        for (int start = 0; start < words.size(); start += CHUNK_WORDS) {
            List<Word> part = words.subList(start, Math.min(words.size(), start + CHUNK_WORDS));
            List<Word> moved = new ArrayList<>();
            part.forEach(w -> moved.add(new Word(moved.size(), w.value())));
            chunks.add(new Chunk(start * 4, part.size(), moved));
        }
        return chunks;
    }
}
