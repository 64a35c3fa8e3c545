package dev.toec.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toec.ir.Field;
import dev.toec.ir.Format;
import dev.toec.ir.IrType;
import dev.toec.ir.Table;
import dev.toec.source.Span;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTextTest {
    private static final Table RULES = new Table(
            "rules",
            "",
            List.of(new Field("src", IrType.I32, 32, Format.IP4), Field.of("port", IrType.I16)),
            List.of(Field.of("class", IrType.I8)),
            Table.Addressing.FIELDS,
            16,
            Span.NONE);

    @Test
    void readsNumbersAndFormatsAndWritesNumbers() throws EngineException {
        String text = "# who  : what\n\n10.0.0.1 80 : 1\n  0x0a000002 0x1bb   : 0xff  \n";

        List<TableEntry> entries = TableText.read(RULES, "rules.tbl", text);

        assertThat(TableText.write(entries)).isEqualTo("0xa000001 0x50 : 0x1\n0xa000002 0x1bb : 0xff\n");
        assertThat(TableText.read(RULES, "again", TableText.write(entries))).isEqualTo(entries);
    }

    @ParameterizedTest
    @CsvSource({
        "'1 2 3', no ' : ' between key and value of an entry of table rules",
        "'1 : 3', 1 key fields where 2 are declared (src port)",
        "'1 65536 : 3', '''65536'' is no value of key field port (unsigned of 16 bits)'",
        "'10.0.0.256 1 : 3', '''10.0.0.256'' is no value of key field src (ip4 of 32 bits)'",
        "'1 -1 : 3', '''-1'' is no value of key field port (unsigned of 16 bits)'"
    })
    void refusesLinesThatAreNoEntry(String line, String reason) {
        assertThatThrownBy(() -> TableText.read(RULES, "rules.tbl", "\n" + line))
                .isInstanceOf(EngineException.class)
                .hasMessage("rules.tbl:2: " + reason);
    }

    @Test
    void entriesAreOrderedByKeyUnsigned() {
        TableEntry low = new TableEntry(List.of(1L, -1L), List.of());
        TableEntry high = new TableEntry(List.of(-1L, 0L), List.of());

        assertThat(TableEntry.BY_KEY.compare(low, high)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "MAC, I64, 48, 0x020000000001, 02:00:00:00:00:01",
        "IP4, I32, 32, 0xc0a80001, 192.168.0.1",
        "SIGNED, I8, 8, 0xff, -1",
        "SIGNED, I8, 5, 0x10, -16",
        "SIGNED, I64, 64, 0x7fffffffffffffff, 9223372036854775807",
        "UNSIGNED, I64, 64, 0xffffffffffffffff, 18446744073709551615",
        "BOOL, I1, 1, 1, true",
        "HEX, I16, 13, 0x1fff, 0x1fff"
    })
    void formatsAndParses(Format format, IrType type, int bits, String value, String text) {
        Field field = new Field("f", type, bits, format);
        long number = value.startsWith("0x") ? Long.parseUnsignedLong(value.substring(2), 16) : Long.parseLong(value);

        assertThat(FieldText.format(field, number)).isEqualTo(text);
        assertThat(FieldText.parse(field, text)).isEqualTo(OptionalLong.of(number));
    }

    @ParameterizedTest
    @CsvSource({"SIGNED, -17", "SIGNED, 0x20", "UNSIGNED, -0", "UNSIGNED, ''", "HEX, 0x", "HEX, 0x-1", "UNSIGNED, x"})
    void refusesWhatDoesNotFitFiveBits(Format format, String text) {
        assertThat(FieldText.parse(new Field("f", IrType.I8, 5, format), text)).isEmpty();
    }
}
