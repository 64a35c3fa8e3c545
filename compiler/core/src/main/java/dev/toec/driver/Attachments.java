package dev.toec.driver;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Function;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.pass.AttachedProgram;
import dev.toec.source.Span;
import dev.toec.target.Extension;
import dev.toec.target.ExtensionLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Finds the hooks that attachments name and loads the programs. */
final class Attachments {
    /** The only kind of hook so far. */
    private static final String KIND = "xdp";

    /** A hook and the stage that has it. */
    private record Place(Stage stage, Module.Hook hook) {}

    private final InstanceGraph graph;
    private final Diagnostics diagnostics;
    private final Map<String, Attachment> byName = new HashMap<>();
    private final List<AttachedProgram> programs = new ArrayList<>();

    private Attachments(InstanceGraph graph, Diagnostics diagnostics) {
        this.graph = graph;
        this.diagnostics = diagnostics;
    }

    /** The programs of {@code attachments} in order; those at fault are reported and left out. */
    static List<AttachedProgram> load(InstanceGraph graph, List<Attachment> attachments, Diagnostics diagnostics) {
        Attachments loading = new Attachments(graph, diagnostics);
        for (Attachment attachment : attachments) {
            loading.place(attachment).ifPresent(place -> loading.load(attachment, place));
        }
        return List.copyOf(loading.programs);
    }

    private Optional<Place> place(Attachment attachment) {
        List<Place> places = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            for (Module.Hook hook : stage.module().hooks()) {
                String qualified = stage.qualified(hook.name());
                known.add(qualified);
                if (attachment.hook().equals(hook.name()) || attachment.hook().equals(qualified)) {
                    places.add(new Place(stage, hook));
                }
            }
        }
        if (places.size() == 1) {
            return Optional.of(places.get(0));
        }
        diagnostics.report(places.isEmpty() ? unknown(attachment, known) : ambiguous(attachment, places));
        return Optional.empty();
    }

    private static Diagnostic unknown(Attachment attachment, List<String> known) {
        Diagnostic diagnostic = Diagnostic.of(
                Code.E0630, Span.NONE, "no stage has a hook '" + attachment.hook() + "' for " + attachment.file());
        return known.isEmpty()
                ? diagnostic.withFix("declare one in a module: 'hook " + attachment.hook() + " xdp max 4096'")
                : diagnostic.withFix("attach to one of " + String.join(", ", known));
    }

    private static Diagnostic ambiguous(Attachment attachment, List<Place> places) {
        Diagnostic diagnostic = Diagnostic.of(
                Code.E0631, places.get(0).hook().span(), "several stages have a hook '" + attachment.hook() + "'");
        List<String> names = new ArrayList<>();
        for (Place place : places) {
            diagnostic = diagnostic.withRelated(
                    place.stage().span(), "stage " + place.stage().name() + " has one");
            names.add(place.stage().qualified(place.hook().name()));
        }
        return diagnostic.withFix("attach " + attachment.file() + " to one of " + String.join(", ", names));
    }

    private void load(Attachment attachment, Place place) {
        ExtensionLoader loader = loader();
        if (loader == null) {
            diagnostics.report(
                    Diagnostic.of(Code.E0632, place.hook().span(), "nothing here can load programs of kind " + KIND)
                            .withNote(attachment.file() + " is attached to this hook")
                            .withFix("put the module that loads " + KIND + " programs, toec-ebpf, on the class path"));
            return;
        }
        loader.load(attachment.file(), attachment.content(), attachment.selector(), diagnostics)
                .ifPresent(extension -> add(attachment, place, extension));
    }

    private static ExtensionLoader loader() {
        for (ExtensionLoader loader :
                ServiceLoader.load(ExtensionLoader.class, ExtensionLoader.class.getClassLoader())) {
            if (loader.kind().equals(KIND)) {
                return loader;
            }
        }
        return null;
    }

    private void add(Attachment attachment, Place place, Extension extension) {
        Attachment earlier = byName.putIfAbsent(extension.name(), attachment);
        if (earlier != null && !Arrays.equals(earlier.content(), attachment.content())) {
            diagnostics.report(Diagnostic.of(
                            Code.E0633,
                            Span.NONE,
                            earlier.file() + " and " + attachment.file() + " would both be called " + extension.name())
                    .withNote("the name of a file prefixes the names of its functions and maps")
                    .withFix("rename one of the files"));
        } else if (extension.instructions() > place.hook().maxInstructions()) {
            diagnostics.report(tooLong(attachment, place, extension));
        } else if (taken(place, extension) != null) {
            diagnostics.report(Diagnostic.of(
                            Code.E0635,
                            place.hook().span(),
                            attachment.file() + " brings '" + taken(place, extension)
                                    + "', a name that the program uses already")
                    .withNote("the functions and maps of an attached file are named after it")
                    .withFix("rename the file, or what the program calls so"));
        } else {
            programs.add(new AttachedProgram(place.stage().name(), place.hook().name(), extension));
        }
    }

    /** A function or map of {@code extension} whose name the program itself has given, or {@code null}. */
    private String taken(Place place, Extension extension) {
        Set<String> functions = new HashSet<>();
        graph.program().functions().forEach(f -> functions.add(f.name()));
        graph.stages()
                .forEach(s -> s.module()
                        .handlers()
                        .forEach(h -> functions.add(h.body().name())));
        for (Function function : extension.functions()) {
            if (functions.contains(function.name())) {
                return function.name();
            }
        }
        Module module = place.stage().module();
        Set<String> resources = new HashSet<>();
        module.counters().forEach(c -> resources.add(c.name()));
        module.tables().forEach(t -> resources.add(t.name()));
        module.variables().forEach(v -> resources.add(v.field().name()));
        for (Table table : extension.tables()) {
            if (resources.contains(table.name())) {
                return table.name();
            }
        }
        return null;
    }

    private static Diagnostic tooLong(Attachment attachment, Place place, Extension extension) {
        Module.Hook hook = place.hook();
        return Diagnostic.of(
                        Code.E0634,
                        hook.span(),
                        attachment.file() + " has " + extension.instructions() + " instructions, hook " + hook.name()
                                + " allows " + hook.maxInstructions())
                .withFix("shorten the program, or raise the limit: 'max " + extension.instructions() + "'");
    }
}
