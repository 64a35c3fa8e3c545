package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.engine.EngineException;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;

/** Runs a program where what an engine complains of is the user's to see. */
final class Runs {
    private Runs() {}

    static RunResult run(EngineChoice choice, RunRequest request) throws InputFault {
        try {
            return choice.engine().run(request);
        } catch (EngineException e) {
            throw fault(choice, e);
        }
    }

    static InputFault fault(EngineChoice choice, EngineException e) {
        return InputFault.of(
                Code.E0908, choice.name() + ": " + e.getMessage(), "see toec explain E0908, or take another --engine");
    }
}
