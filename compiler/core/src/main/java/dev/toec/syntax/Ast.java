package dev.toec.syntax;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A node of the syntax tree: what was written, before anything is known of its meaning. */
public sealed interface Ast
        permits Ast.File,
                Ast.Name,
                Ast.Field,
                Ast.Parameter,
                Declaration,
                ModuleMember,
                PipelineItem,
                Statement,
                Expression {
    /** Where it was written. */
    Span span();

    /**
     * A whole source.
     *
     * @param program the name behind {@code package}
     * @param complete whether all of the text is in the tree; false after a syntax error, when a name that seems to be
     *     missing may stand in the part that could not be read
     */
    record File(Optional<Name> program, List<Declaration> declarations, boolean complete, Span span) implements Ast {
        public File {
            Objects.requireNonNull(program);
            declarations = List.copyOf(declarations);
        }
    }

    /** A name as it was written. */
    record Name(String text, Span span) implements Ast {
        public Name {
            Objects.requireNonNull(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A field of a header, struct or work type.
     *
     * @param own whether {@code own} stands before the type
     */
    record Field(Name name, Name type, boolean own, Span span) implements Ast {}

    /** A parameter of a function. */
    record Parameter(Name name, Name type, Span span) implements Ast {}
}
