package dev.toec.ebpf.load;

/**
 * A map as the object declares it.
 *
 * @param index number in the object
 * @param keyBytes size of a key
 * @param valueBytes size of a value
 * @param capacity most entries
 * @param flags {@code BPF_F_…} at creation
 */
public record MapDefinition(
        int index, String name, MapType type, long keyBytes, long valueBytes, long capacity, long flags) {
    /** One line for people. */
    public String summary() {
        return "map " + name + ": " + type + ", key " + keyBytes + " bytes, value " + valueBytes + " bytes, at most "
                + capacity + " entries";
    }
}
