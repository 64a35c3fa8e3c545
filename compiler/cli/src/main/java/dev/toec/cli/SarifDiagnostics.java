package dev.toec.cli;

import com.google.gson.stream.JsonWriter;
import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Label;
import dev.toec.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.TreeSet;

/** Diagnostics as SARIF 2.1.0 (OASIS), which code hosts and editors show at the lines they are about. */
final class SarifDiagnostics {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonWriter json;

    private SarifDiagnostics(JsonWriter json) {
        this.json = json;
    }

    static String write(List<Diagnostic> diagnostics) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            new SarifDiagnostics(json).log(diagnostics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void log(List<Diagnostic> diagnostics) throws IOException {
        json.beginObject().name("$schema").value(SCHEMA).name("version").value("2.1.0");
        json.name("runs").beginArray().beginObject();
        json.name("columnKind").value("utf16CodeUnits");
        tool(diagnostics);
        json.name("results").beginArray();
        for (Diagnostic diagnostic : diagnostics) {
            result(diagnostic);
        }
        json.endArray().endObject().endArray().endObject();
    }

    private void tool(List<Diagnostic> diagnostics) throws IOException {
        json.name("tool").beginObject().name("driver").beginObject();
        json.name("name").value("toec").name("rules").beginArray();
        TreeSet<Code> codes = new TreeSet<>();
        diagnostics.forEach(diagnostic -> codes.add(diagnostic.code()));
        for (Code code : codes) {
            json.beginObject().name("id").value(code.name());
            message("shortDescription", code.title());
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }

    private void result(Diagnostic diagnostic) throws IOException {
        json.beginObject().name("ruleId").value(diagnostic.code().name());
        json.name("level").value(diagnostic.code().severity().toString());
        message("message", sentence(diagnostic));
        json.name("locations").beginArray();
        location(diagnostic.primary());
        json.endArray().name("relatedLocations").beginArray();
        for (Label label : diagnostic.related()) {
            location(label);
        }
        json.endArray().endObject();
    }

    private static String sentence(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.message());
        diagnostic.notes().forEach(note -> text.append("\nnote: ").append(note));
        diagnostic.fix().ifPresent(fix -> text.append("\nhelp: ").append(fix));
        return text.toString();
    }

    private void location(Label label) throws IOException {
        Span span = label.span();
        if (!span.isWritten()) {
            return;
        }
        json.beginObject().name("physicalLocation").beginObject();
        json.name("artifactLocation")
                .beginObject()
                .name("uri")
                .value(uri(span.file().name()))
                .endObject();
        if (!span.file().text().isEmpty()) {
            json.name("region").beginObject();
            json.name("startLine").value(span.line()).name("startColumn").value(span.column());
            json.name("endLine").value(span.file().lineOf(span.end()));
            json.name("endColumn").value(span.file().columnOf(span.end()));
            json.endObject();
        }
        json.endObject();
        if (!label.text().isEmpty()) {
            message("message", label.text());
        }
        json.endObject();
    }

    /** A relative reference of RFC 3986, with what a file name may have and a URI may not escaped. */
    private static String uri(String name) {
        try {
            return new URI(null, null, name, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path can be escaped: " + name, e);
        }
    }

    private void message(String name, String text) throws IOException {
        json.name(name).beginObject().name("text").value(text).endObject();
    }
}
