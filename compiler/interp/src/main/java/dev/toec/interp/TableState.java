package dev.toec.interp;

import dev.toec.engine.TableEntry;
import dev.toec.ir.Field;
import dev.toec.ir.InsertMode;
import dev.toec.ir.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a table of one stage holds. */
public final class TableState {
    /** Key fields; the probe used to look up is one too, and is copied when it comes to stay. */
    private static final class Key {
        private final long[] fields;

        Key(long[] fields) {
            this.fields = fields;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(fields, key.fields);
        }

        @Override
        public int hashCode() {
            long hash = 1;
            for (long field : fields) {
                hash = (hash ^ field) * 0x9e3779b97f4a7c15L;
                hash ^= hash >>> 32;
            }
            return (int) hash;
        }
    }

    private final Table declaration;
    private final Map<Key, Entry> entries = new HashMap<>();
    private final Key probe;

    TableState(Table declaration) {
        this.declaration = declaration;
        this.probe = new Key(new long[declaration.key().size()]);
    }

    /** What it is declared as. */
    public Table declaration() {
        return declaration;
    }

    /** The number of entries. */
    public int size() {
        return entries.size();
    }

    /** The value of {@code key}, if there is an entry. Each field is zero-extended, here and below. */
    public Optional<List<Long>> get(List<Long> key) {
        return Optional.ofNullable(find(words(key, declaration.key()))).map(entry -> boxed(entry.values()));
    }

    /**
     * Writes an entry, over the one of the same key if there is one.
     *
     * @return whether it was stored: not when the table is full
     */
    public boolean put(List<Long> key, List<Long> value) {
        return insert(words(key, declaration.key()), words(value, declaration.value()), InsertMode.ANY);
    }

    /** Removes the entry of {@code key}; tells whether there was one. */
    public boolean remove(List<Long> key) {
        return remove(words(key, declaration.key()));
    }

    /** All entries, sorted by key. */
    public List<TableEntry> entries() {
        return entries.entrySet().stream()
                .map(e -> new TableEntry(
                        boxed(e.getKey().fields), boxed(e.getValue().values())))
                .sorted(TableEntry.BY_KEY)
                .toList();
    }

    Entry find(long[] key) {
        System.arraycopy(key, 0, probe.fields, 0, key.length);
        return entries.get(probe);
    }

    boolean insert(long[] key, long[] value, InsertMode mode) {
        Entry entry = find(key);
        boolean refused = entry == null
                ? mode == InsertMode.EXISTING || entries.size() >= declaration.capacity()
                : mode == InsertMode.NEW;
        if (refused) {
            return false;
        }
        if (entry == null) {
            entry = new Entry(declaration);
            entries.put(new Key(key.clone()), entry);
        }
        entry.set(value);
        return true;
    }

    boolean remove(long[] key) {
        System.arraycopy(key, 0, probe.fields, 0, key.length);
        Entry entry = entries.remove(probe);
        if (entry != null) {
            entry.remove();
        }
        return entry != null;
    }

    private long[] words(List<Long> values, List<Field> fields) {
        boolean fits = values.size() == fields.size();
        for (int i = 0; fits && i < fields.size(); i++) {
            fits = (values.get(i) & ~fields.get(i).type().mask()) == 0;
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "table " + declaration.name() + " has fields " + fields + ", which " + values + " are not");
        }
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
