package dev.toec.ir;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text that {@link IrPrinter} writes, and what people write like it: within a program and within a module
 * declarations may come in any order. The first fault ends the reading. That the parts fit together is for
 * {@link IrVerifier} to say.
 */
public final class IrParser {
    private final IrCursor in;
    private String name = "program";
    private Span span;
    private final List<IrProgram.DropReason> reasons = new ArrayList<>();
    private final List<Enumeration> enums = new ArrayList<>();
    private final List<WorkType> works = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Module> modules = new ArrayList<>();
    private Pipeline pipeline;

    private IrParser(List<IrToken> tokens) {
        in = new IrCursor(tokens);
        span = in.peek().span();
        pipeline = new Pipeline("", "", List.of(), List.of(), List.of(), List.of(), span);
    }

    /**
     * The program {@code file} holds. After a fault, which is reported as E0190 to E0192, it holds what came before it.
     */
    public static IrProgram parse(SourceFile file, Diagnostics diagnostics) {
        IrParser parser = new IrParser(List.of(new IrToken(IrToken.Kind.END, "", new Span(file, 0, 0))));
        try {
            parser = new IrParser(IrLexer.lex(file));
            parser.program();
        } catch (IrFault fault) {
            diagnostics.report(fault.diagnostic());
        }
        return parser.result();
    }

    private IrProgram result() {
        return new IrProgram(name, reasons, enums, works, functions, modules, pipeline, span);
    }

    private void program() {
        in.expect("program");
        span = in.peek().span();
        name = in.name("the name of the program");
        while (in.peek().kind() != IrToken.Kind.END) {
            Span start = in.peek().span();
            try {
                declaration(in.doc());
            } catch (IllegalArgumentException e) {
                throw new IrFault(Code.E0192, start, "the declaration is not valid: " + e.getMessage());
            }
        }
    }

    private void declaration(String doc) {
        if (in.accept("reason")) {
            Span at = in.peek().span();
            String reason = in.name("the name of a drop reason");
            reasons.add(new IrProgram.DropReason(
                    reason, in.expect(IrToken.Kind.STRING, "a string").text(), at));
        } else if (in.accept("enum")) {
            enums.add(enumeration(doc));
        } else if (in.accept("work")) {
            works.add(new WorkType(in.name("the name of a work type"), doc, fields()));
        } else if (in.accept("function")) {
            functions.add(new FunctionReader(in).read(doc));
        } else if (in.accept("module")) {
            modules.add(new ModuleReader(in).read(doc));
        } else if (in.accept("pipeline")) {
            pipeline = pipeline(doc);
        } else {
            throw in.expected("reason, enum, work, function, module or pipeline");
        }
    }

    private Enumeration enumeration(String doc) {
        String title = in.name("the name of an enumeration");
        in.expect(":");
        IrType type = in.type();
        List<Enumeration.Member> members = new ArrayList<>();
        in.expect("{");
        while (!in.accept("}")) {
            String member = in.name("the name of a member");
            in.expect("=");
            members.add(new Enumeration.Member(member, in.number() & type.mask()));
            in.accept(",");
        }
        return new Enumeration(title, doc, type, members);
    }

    private List<Field> fields() {
        return ModuleReader.fields(in);
    }

    private Pipeline pipeline(String doc) {
        Span at = in.peek().span();
        String title = in.name("the name of the pipeline");
        List<Pipeline.ExternalPort> ports = new ArrayList<>();
        List<Pipeline.Instance> stages = new ArrayList<>();
        List<Pipeline.Sequence> sequences = new ArrayList<>();
        List<Pipeline.Link> links = new ArrayList<>();
        in.expect("{");
        while (!in.accept("}")) {
            IrToken word = in.expect(IrToken.Kind.NAME, "port, stage, sequence or link");
            Span where = in.peek().span();
            switch (word.text()) {
                case "port" -> ports.add(new Pipeline.ExternalPort(in.name("the name of a port"), where));
                case "stage" -> stages.add(stage(where));
                case "sequence" -> sequences.add(sequence(where));
                case "link" -> links.add(link(where));
                default ->
                    throw new IrFault(
                            Code.E0190,
                            word.span(),
                            "expected port, stage, sequence or link, found '" + word.text() + "'");
            }
        }
        return new Pipeline(title, doc, ports, stages, sequences, links, at);
    }

    private Pipeline.Instance stage(Span at) {
        String stage = in.name("the name of a stage");
        in.expect("=");
        String module = in.name("a module");
        return new Pipeline.Instance(stage, module, in.accept("replicated"), at);
    }

    private Pipeline.Sequence sequence(Span at) {
        String sequence = in.name("the name of a sequence");
        List<Pipeline.Endpoint> points = new ArrayList<>();
        in.expect("at");
        do {
            points.add(endpoint());
        } while (in.accept(","));
        return new Pipeline.Sequence(sequence, points, at);
    }

    private Pipeline.Link link(Span start) {
        Pipeline.Endpoint from = endpoint();
        in.expect("->");
        Optional<String> reorder = Optional.empty();
        if (in.accept("reorder")) {
            reorder = Optional.of(in.name("a sequence"));
            in.expect("->");
        }
        Pipeline.Endpoint to = endpoint();
        return new Pipeline.Link(from, to, reorder, start.to(to.span()));
    }

    private Pipeline.Endpoint endpoint() {
        IrToken token = in.expect(IrToken.Kind.NAME, "owner.port");
        int dot = token.text().indexOf('.');
        if (dot <= 0
                || dot != token.text().lastIndexOf('.')
                || dot == token.text().length() - 1) {
            throw new IrFault(Code.E0190, token.span(), "expected owner.port, found '" + token.text() + "'");
        }
        return new Pipeline.Endpoint(
                token.text().substring(0, dot), token.text().substring(dot + 1), token.span());
    }
}
