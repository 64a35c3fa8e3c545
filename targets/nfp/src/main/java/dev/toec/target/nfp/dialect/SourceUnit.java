package dev.toec.target.nfp.dialect;

import java.util.List;
import java.util.Set;

/**
 * A source file, parsed.
 *
 * @param declarations tokens of each top-level declaration
 * @param macros replacement texts of macros
 * @param slowLines lines whose comment says that they are slow
 */
record SourceUnit(
        String path,
        List<Token> tokens,
        List<FunctionSource> functions,
        List<Node.Declaration> declarations,
        List<Token> macros,
        Set<Integer> slowLines) {}
