package dev.toec.cli;

import com.google.gson.stream.JsonWriter;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Label;
import dev.toec.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Diagnostics as {@code check --json} prints them; lines and columns count from 1 and are null where there is no text. */
final class JsonDiagnostics {
    private JsonDiagnostics() {}

    static String write(List<Diagnostic> diagnostics) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("diagnostics").beginArray();
            for (Diagnostic diagnostic : diagnostics) {
                write(json, diagnostic);
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonWriter json, Diagnostic diagnostic) throws IOException {
        json.beginObject();
        json.name("code").value(diagnostic.code().name());
        json.name("severity").value(diagnostic.code().severity().toString());
        json.name("message").value(diagnostic.message());
        place(json, diagnostic.primary());
        json.name("related").beginArray();
        for (Label label : diagnostic.related()) {
            json.beginObject();
            place(json, label);
            json.endObject();
        }
        json.endArray();
        json.name("notes").beginArray();
        for (String note : diagnostic.notes()) {
            json.value(note);
        }
        json.endArray();
        json.name("fix").value(diagnostic.fix().orElse(null));
        json.endObject();
    }

    private static void place(JsonWriter json, Label label) throws IOException {
        Span span = label.span();
        boolean inText = span.isWritten() && !span.file().text().isEmpty();
        json.name("file").value(span.isWritten() ? span.file().name() : null);
        json.name("line").value(inText ? span.line() : null);
        json.name("column").value(inText ? span.column() : null);
        json.name("endLine").value(inText ? span.file().lineOf(span.end()) : null);
        json.name("endColumn").value(inText ? span.file().columnOf(span.end()) : null);
        json.name("label").value(label.text());
    }
}
