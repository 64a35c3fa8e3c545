package dev.toec.target.nfp;

import dev.toec.ir.Field;
import dev.toec.ir.IrType;
import dev.toec.ir.WorkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a work type in words: in order, most significant bits first, none across two words but what has more than
 * 32 bits, which takes the lower bits of one word and the whole next one.
 *
 * @param work the work type
 * @param slots its fields but the packet
 * @param words how many words they take
 */
record WorkLayout(WorkType work, List<Slot> slots, int words) {
    private static final int WORD_BITS = 32;

    /**
     * A field's place.
     *
     * @param word word of its most significant bit
     * @param shift of its least significant bit in its last word
     */
    record Slot(Field field, int word, int shift) {
        boolean isWide() {
            return field.bits() > WORD_BITS;
        }

        /** Bits of the field in word {@code word}. */
        int highBits() {
            return isWide() ? field.bits() - WORD_BITS : field.bits();
        }
    }

    static WorkLayout of(WorkType work) {
        List<Slot> slots = new ArrayList<>();
        int word = 0;
        int free = WORD_BITS;
        for (Field field : work.fields()) {
            if (field.type() == IrType.PACKET) {
                continue;
            }
            int high = field.bits() > WORD_BITS ? field.bits() - WORD_BITS : field.bits();
            if (high > free || (field.bits() > WORD_BITS && free < WORD_BITS)) {
                word++;
                free = WORD_BITS;
            }
            slots.add(new Slot(field, word, field.bits() > WORD_BITS ? 0 : free - high));
            if (field.bits() > WORD_BITS) {
                word += 2;
                free = WORD_BITS;
            } else {
                free -= high;
            }
        }
        return new WorkLayout(work, slots, free < WORD_BITS ? word + 1 : word);
    }

    /** Whether items of this type carry a packet. */
    boolean hasPacket() {
        return packet().isPresent();
    }

    /** The field that is the packet. */
    Optional<Field> packet() {
        return work.fields().stream().filter(f -> f.type() == IrType.PACKET).findFirst();
    }

    /** The C name of {@code field} where all fields have names. */
    String name(Field field) {
        Names names = new Names(Identifiers.taken());
        work.fields().forEach(f -> names.of(f.name(), Identifiers.safe(f.name())));
        return names.of(field.name());
    }
}
