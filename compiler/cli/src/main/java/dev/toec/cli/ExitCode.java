package dev.toec.cli;

/** What the command's exit status says. */
final class ExitCode {
    static final int DONE = 0;
    /** The input is at fault, or engines disagree. */
    static final int FAULT = 1;
    /** Wrong usage of the command. */
    static final int USAGE = 2;
    /** A fault of toec itself ({@code EX_SOFTWARE} of BSD's sysexits). */
    static final int INTERNAL = 70;

    private ExitCode() {}
}
