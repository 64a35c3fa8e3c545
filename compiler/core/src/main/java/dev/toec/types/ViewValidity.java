package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows control through a body to know which views hold. A view ends where its packet is resized or given away, and
 * where a hook or function may resize it (E0401). The views that hold also prove how long the packet is, which a
 * removal without {@code else} needs (E0402).
 *
 * <p>The state at a point maps each view made on every path to what ended it, if anything did; {@code null} is a point
 * control does not reach. A loop's body is followed twice: once silently, for what a round leaves to the next.
 */
final class ViewValidity implements TypedStatement.Visitor<Void> {
    private record End(Span where, String what) {}

    private final Problems problems;
    private final ViewUses uses = new ViewUses(this);
    private final Deque<Loop> loops = new ArrayDeque<>();
    private Map<Symbol.View, Optional<End>> state = new LinkedHashMap<>();
    private boolean silent;

    /** What leaves the innermost loop, and what goes on with its next round. */
    private static final class Loop {
        private Map<Symbol.View, Optional<End>> breaks;
        private Map<Symbol.View, Optional<End>> continues;
    }

    ViewValidity(Problems problems) {
        this.problems = problems;
    }

    /** Checks one body. */
    void check(TypedStatement.Block body) {
        body.accept(this);
    }

    private static Map<Symbol.View, Optional<End>> join(
            Map<Symbol.View, Optional<End>> a, Map<Symbol.View, Optional<End>> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Map<Symbol.View, Optional<End>> joined = new LinkedHashMap<>();
        a.forEach((view, end) -> {
            if (b.containsKey(view)) {
                joined.put(view, end.isPresent() ? end : b.get(view));
            }
        });
        return joined;
    }

    private Map<Symbol.View, Optional<End>> copy() {
        return state == null ? null : new LinkedHashMap<>(state);
    }

    /** Ends all views of {@code packet}. */
    void end(TypedExpression packet, Span where, String what) {
        Symbol.Local owner = owner(packet);
        if (state != null && owner != null) {
            state.replaceAll((view, end) ->
                    end.isEmpty() && owner(view.packet()) == owner ? Optional.of(new End(where, what)) : end);
        }
    }

    /** The parameter that holds {@code packet}: a work item has one packet at most, so it names it. */
    private static Symbol.Local owner(TypedExpression packet) {
        TypedExpression at = packet;
        while (at instanceof TypedExpression.FieldOf field) {
            at = field.struct();
        }
        return at instanceof TypedExpression.Read read ? read.local() : null;
    }

    void use(Symbol.View view, Span where) {
        if (silent
                || state == null
                || !state.containsKey(view)
                || state.get(view).isEmpty()) {
            return;
        }
        End end = state.get(view).get();
        problems.report(Diagnostic.of(Code.E0401, where, "view '" + view.name() + "' is no longer valid here")
                .withRelated(end.where, end.what)
                .withNote("a view was checked against the packet as it was then")
                .withFix("make the view again"));
    }

    private void visit(TypedExpression expression) {
        expression.accept(uses);
    }

    @Override
    public Void block(TypedStatement.Block statement) {
        for (TypedStatement s : statement.statements()) {
            s.accept(this);
        }
        return null;
    }

    @Override
    public Void declare(TypedStatement.Declare statement) {
        visit(statement.value());
        return null;
    }

    @Override
    public Void assign(TypedStatement.Assign statement) {
        visit(statement.value());
        return null;
    }

    @Override
    public Void storeVariable(TypedStatement.StoreVariable statement) {
        visit(statement.value());
        return null;
    }

    @Override
    public Void storeField(TypedStatement.StoreField statement) {
        visit(statement.value());
        use(statement.view(), statement.span());
        return null;
    }

    @Override
    public Void addCounter(TypedStatement.AddCounter statement) {
        visit(statement.amount());
        return null;
    }

    @Override
    public Void makeView(TypedStatement.MakeView statement) {
        visit(statement.view().offset());
        aside(statement.otherwise());
        if (state != null) {
            state.put(statement.view(), Optional.empty());
        }
        return null;
    }

    /** A block that leaves, or joins what follows. */
    private void aside(TypedStatement.Block block) {
        Map<Symbol.View, Optional<End>> before = copy();
        block.accept(this);
        state = join(before, state);
    }

    private void choice(TypedStatement.Block then, TypedStatement.Block otherwise) {
        Map<Symbol.View, Optional<End>> before = copy();
        then.accept(this);
        Map<Symbol.View, Optional<End>> afterThen = state;
        state = before;
        otherwise.accept(this);
        state = join(afterThen, state);
    }

    @Override
    public Void branch(TypedStatement.If statement) {
        visit(statement.condition());
        choice(statement.then(), statement.otherwise());
        return null;
    }

    @Override
    public Void find(TypedStatement.Find statement) {
        visit(statement.key());
        aside(statement.otherwise());
        return null;
    }

    @Override
    public Void ifFound(TypedStatement.IfFound statement) {
        visit(statement.key());
        choice(statement.then(), statement.otherwise());
        return null;
    }

    @Override
    public Void insert(TypedStatement.Insert statement) {
        visit(statement.key());
        visit(statement.value());
        aside(statement.full());
        return null;
    }

    @Override
    public Void removeEntry(TypedStatement.RemoveEntry statement) {
        visit(statement.key());
        return null;
    }

    @Override
    public Void removeBytes(TypedStatement.RemoveBytes statement) {
        visit(statement.offset());
        visit(statement.count());
        if (statement.otherwise().isPresent()) {
            aside(statement.otherwise().get());
        } else {
            prove(statement);
        }
        end(statement.packet(), statement.span(), "the packet gets shorter here");
        return null;
    }

    private void prove(TypedStatement.RemoveBytes statement) {
        if (silent || state == null || statement.packet().type() == Type.Basic.ERROR) {
            return;
        }
        boolean constant = statement.offset() instanceof TypedExpression.Constant
                && statement.count() instanceof TypedExpression.Constant;
        if (!constant) {
            unproved(statement, "only constant offsets and counts can be proved");
            return;
        }
        BigInteger needed = ((TypedExpression.Constant) statement.offset())
                .value()
                .add(((TypedExpression.Constant) statement.count()).value());
        long proved = proved(owner(statement.packet()));
        if (needed.compareTo(BigInteger.valueOf(proved)) > 0) {
            unproved(statement, "the removal needs " + needed + " bytes, and the views that hold here prove " + proved);
        }
    }

    private long proved(Symbol.Local owner) {
        long proved = 0;
        for (Map.Entry<Symbol.View, Optional<End>> entry : state.entrySet()) {
            Symbol.View view = entry.getKey();
            boolean holds = entry.getValue().isEmpty() && owner(view.packet()) == owner;
            if (holds && view.offset() instanceof TypedExpression.Constant offset) {
                proved = Math.max(
                        proved, offset.value().longValue() + view.header().bytes());
            }
        }
        return proved;
    }

    private void unproved(TypedStatement.RemoveBytes statement, String why) {
        problems.report(Diagnostic.of(Code.E0402, statement.span(), "these bytes may not be there")
                .withNote(why)
                .withFix("say what happens if they are not: 'else …'"));
    }

    @Override
    public Void match(TypedStatement.Match statement) {
        visit(statement.value());
        Map<Symbol.View, Optional<End>> before = copy();
        Map<Symbol.View, Optional<End>> after = null;
        for (TypedStatement.Case c : statement.cases()) {
            state = before == null ? null : new LinkedHashMap<>(before);
            c.block().accept(this);
            after = join(after, state);
        }
        if (statement.otherwise().isPresent()) {
            state = before;
            statement.otherwise().get().accept(this);
            after = join(after, state);
        }
        state = after;
        return null;
    }

    @Override
    public Void loop(TypedStatement.For statement) {
        Map<Symbol.View, Optional<End>> before = copy();
        if (!silent) {
            silent = true;
            round(statement, copy());
            silent = false;
            state = join(before == null ? null : new LinkedHashMap<>(before), state);
        }
        Map<Symbol.View, Optional<End>> breaks = round(statement, state);
        state = join(join(before, state), breaks);
        return null;
    }

    /** Follows one round; the state afterwards is that of the next round, the result that of every {@code break}. */
    private Map<Symbol.View, Optional<End>> round(TypedStatement.For loop, Map<Symbol.View, Optional<End>> start) {
        Loop here = new Loop();
        loops.push(here);
        state = start;
        loop.body().accept(this);
        state = join(state, here.continues);
        loops.pop();
        return here.breaks;
    }

    @Override
    public Void breaks(TypedStatement.Break statement) {
        if (!loops.isEmpty()) {
            loops.peek().breaks = join(loops.peek().breaks, state);
        }
        state = null;
        return null;
    }

    @Override
    public Void continues(TypedStatement.Continue statement) {
        if (!loops.isEmpty()) {
            loops.peek().continues = join(loops.peek().continues, state);
        }
        state = null;
        return null;
    }

    @Override
    public Void returns(TypedStatement.Return statement) {
        if (statement.value().isPresent()) {
            visit(statement.value().get());
        }
        state = null;
        return null;
    }

    @Override
    public Void emit(TypedStatement.Emit statement) {
        visit(statement.item());
        uses.endPackets(statement.item(), statement.span(), "the packet is given away here");
        return null;
    }

    @Override
    public Void drop(TypedStatement.Drop statement) {
        end(statement.packet(), statement.span(), "the packet is dropped here");
        return null;
    }

    @Override
    public Void evaluate(TypedStatement.Evaluate statement) {
        visit(statement.call());
        return null;
    }
}
