package dev.toec.interp;

import dev.toec.ir.Verdict;
import dev.toec.target.Extension;

/** An attached program as a hook's program: its own tables, the handler's packet. */
final class ExtensionProgram implements HookProgram {
    private final StageState state;
    private final Code entry;

    ExtensionProgram(Extension extension) {
        state = FunctionRunner.of(extension).state();
        entry = state.function(extension.entry());
    }

    StageState state() {
        return state;
    }

    /** The program borrows the packet: whoever held it has it back afterwards. */
    @Override
    public Verdict run(PacketBuffer packet) {
        Object holder = packet.holder();
        Task task = new Task(state);
        task.call(entry, Item.of(packet, Item.Origin.alone(packet.number())));
        task.run();
        packet.give(holder);
        return Verdict.of(task.results()[0]);
    }
}
