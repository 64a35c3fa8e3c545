package dev.toec.interp;

import dev.toec.ir.Verdict;

/** What a hook runs: in a test, any code in place of an attached program. */
@FunctionalInterface
public interface HookProgram {
    /** Decides about {@code packet}, and may change it. */
    Verdict run(PacketBuffer packet);
}
