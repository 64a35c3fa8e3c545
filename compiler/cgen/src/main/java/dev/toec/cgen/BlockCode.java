package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.List;

/** What the {@link Structurer} asks for: the C of the parts of a block, free of control flow. */
interface BlockCode {
    /** The statements of the block's body. */
    List<CStmt> body(Block block);

    /** The condition of a branch. */
    CExpr condition(Value value);

    /** The value of a switch. */
    CExpr scrutinee(Value value);

    /** The constant of a switch's case. */
    CExpr label(Terminator.Switch.Case of);

    /** The assignments an edge makes to the parameters of its target. */
    List<CStmt.Assign> edge(Terminator.Target target);

    /** What leaves the function. */
    List<CStmt> returns(Terminator.Return terminator);
}
