package dev.toec.interp;

import dev.toec.source.Span;

/**
 * A packet that ended.
 *
 * @param reason the program's name for why
 * @param packet as it was then
 * @param place where it was dropped
 */
public record Drop(String reason, Packet packet, Span place) {
    @Override
    public String toString() {
        return reason + "(" + packet + ")" + (place.isWritten() ? " at " + place : "");
    }
}
