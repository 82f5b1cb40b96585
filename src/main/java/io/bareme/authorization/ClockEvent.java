package io.bareme.authorization;

import java.time.Instant;

/** What happens to the clock of a referred case between its start and its end. */
public sealed interface ClockEvent {

    Instant at();

    /** The piece asked for, in the words of whoever asked. */
    String piece();

    /** A person asks for a piece that is missing: the clock stops. */
    record Paused(Instant at, String piece) implements ClockEvent {}

    /** The piece has come: the clock goes on, unless another one is still awaited. */
    record Resumed(Instant at, String piece) implements ClockEvent {}
}
