package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds functions, blocks, statements and declarations in the tokens of a source; not a checker of syntax. */
final class Parser {
    private static final Set<String> CONTROLS = Set.of("if", "for", "while", "switch");

    private final List<Token> tokens;
    private final Set<String> types = new HashSet<>();
    private int at;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static SourceUnit parse(String path, String text) {
        Lexer lexer = new Lexer(text);
        Parser parser = new Parser(lexer.tokens());
        List<FunctionSource> functions = new ArrayList<>();
        List<Node.Declaration> declarations = new ArrayList<>();
        while (parser.at < parser.tokens.size()) {
            parser.topLevel(functions, declarations);
        }
        return new SourceUnit(path, lexer.tokens(), functions, declarations, lexer.macroTokens(), lexer.slowLines());
    }

    private boolean is(String text) {
        return at < tokens.size() && tokens.get(at).is(text);
    }

    private int line() {
        return tokens.get(Math.min(at, tokens.size() - 1)).line();
    }

    /** The index behind the bracket that closes the one at {@code open}. */
    private int behindClosing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if ("([{".contains(tokens.get(i).text()) && tokens.get(i).kind() == Token.Kind.PUNCTUATOR) {
                depth++;
            } else if (")]}".contains(tokens.get(i).text()) && tokens.get(i).kind() == Token.Kind.PUNCTUATOR) {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return tokens.size();
    }

    /** The index behind the next semicolon outside of brackets. */
    private int behindSemicolon(int from) {
        int i = from;
        while (i < tokens.size() && !tokens.get(i).is(";")) {
            boolean opens = tokens.get(i).is("(")
                    || tokens.get(i).is("[")
                    || tokens.get(i).is("{");
            i = opens ? behindClosing(i) : i + 1;
        }
        return Math.min(i + 1, tokens.size());
    }

    private void topLevel(List<FunctionSource> functions, List<Node.Declaration> declarations) {
        int start = at;
        int line = line();
        int i = at;
        while (i < tokens.size()
                && !tokens.get(i).is(";")
                && !tokens.get(i).is("=")
                && !tokens.get(i).is("{")) {
            if (tokens.get(i).is("(")) {
                int behind = behindClosing(i);
                boolean defines = behind < tokens.size() && tokens.get(behind).is("{") && i > start;
                if (defines) {
                    functions.add(function(start, i, behind, line));
                    return;
                }
                i = behind;
            } else {
                i++;
            }
        }
        at = behindSemicolon(start);
        List<Token> declaration = tokens.subList(start, at);
        if (declaration.get(0).is("typedef") && declaration.size() > 2) {
            types.add(declaration.get(declaration.size() - 2).text());
        }
        declarations.add(new Node.Declaration(declaration, line));
    }

    private FunctionSource function(int start, int open, int brace, int line) {
        int behind = behindClosing(brace);
        at = brace;
        Node.Block body = block();
        at = behind;
        return new FunctionSource(
                tokens.get(open - 1).text(),
                tokens.subList(start, open - 1),
                tokens.subList(open + 1, brace - 1),
                body,
                tokens.subList(brace, behind),
                line);
    }

    private Node.Block block() {
        int line = line();
        at++;
        List<Node> items = new ArrayList<>();
        while (at < tokens.size() && !is("}")) {
            items.add(item());
        }
        at++;
        return new Node.Block(items, line);
    }

    private Node item() {
        int line = line();
        Token first = tokens.get(at);
        if (first.is("{")) {
            return block();
        }
        if (first.isName() && CONTROLS.contains(first.text())) {
            return control();
        }
        if (first.is("do")) {
            return doWhile();
        }
        if (first.is("case") || first.is("default") || isLabel()) {
            return label();
        }
        int start = at;
        at = behindSemicolon(at);
        List<Token> statement = tokens.subList(start, at);
        return isDeclaration(statement) ? new Node.Declaration(statement, line) : new Node.Simple(statement, line);
    }

    private boolean isLabel() {
        return tokens.get(at).isName()
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(":");
    }

    private boolean isDeclaration(List<Token> statement) {
        Token first = statement.get(0);
        boolean call = statement.size() > 1 && statement.get(1).is("(");
        return first.isName() && !call && (Words.beginsDeclaration(first.text()) || types.contains(first.text()));
    }

    private Node label() {
        int start = at;
        while (at < tokens.size() && !is(":")) {
            at++;
        }
        at++;
        return new Node.Simple(tokens.subList(start, at), tokens.get(start).line());
    }

    private Node control() {
        int line = line();
        String keyword = tokens.get(at).text();
        int open = at + 1;
        at = behindClosing(open);
        List<Token> head = tokens.subList(open + 1, at - 1);
        List<Node> bodies = new ArrayList<>();
        bodies.add(item());
        if (keyword.equals("if") && is("else")) {
            at++;
            bodies.add(item());
        }
        return new Node.Control(keyword, head, bodies, line);
    }

    private Node doWhile() {
        int line = line();
        at++;
        Node body = item();
        int open = at + 1;
        at = behindClosing(open);
        List<Token> head = tokens.subList(open + 1, at - 1);
        at++;
        return new Node.Control("do", head, List.of(body), line);
    }
}
