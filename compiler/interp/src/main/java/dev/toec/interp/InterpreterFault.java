package dev.toec.interp;

import dev.toec.source.Span;
import java.util.Objects;

/**
 * A program did what no program may do: it is wrong, or what proved it right is. Never raised for a correct program,
 * whatever its packets.
 */
public final class InterpreterFault extends RuntimeException {
    /** The number of no packet: the fault belongs to the run as a whole. */
    public static final long NO_PACKET = 0;

    private final String stage;
    private final transient Span place;
    private final long packet;
    private final String reason;

    /**
     * @param stage or reorder point, port or function where it happened
     * @param place the source of the instruction
     * @param packet in order of arrival from 1, or {@link #NO_PACKET}
     * @param reason what happened
     */
    public InterpreterFault(String stage, Span place, long packet, String reason) {
        super(message(stage, place, packet, reason));
        this.stage = Objects.requireNonNull(stage);
        this.place = Objects.requireNonNull(place);
        this.packet = packet;
        this.reason = Objects.requireNonNull(reason);
    }

    private static String message(String stage, Span place, long packet, String reason) {
        return (place.isWritten() ? place + ": " : "")
                + stage
                + (packet == NO_PACKET ? "" : ", packet " + packet)
                + ": "
                + reason;
    }

    /** The stage, reorder point, port or function where it happened. */
    public String stage() {
        return stage;
    }

    /** The source of the instruction, {@link Span#NONE} if nobody wrote it. */
    public Span place() {
        return place == null ? Span.NONE : place;
    }

    /** The packet in order of arrival over all ports, from 1, or {@link #NO_PACKET}. */
    public long packet() {
        return packet;
    }

    /** What happened. */
    public String reason() {
        return reason;
    }
}
