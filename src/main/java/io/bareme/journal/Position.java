package io.bareme.journal;

import java.util.Comparator;

/**
 * A place in the journal's order. Decisions are read in the order of the transactions that recorded them, and only once
 * no earlier transaction can still commit, so whoever has read up to a place has missed nothing before it. A transaction
 * left open on the server, in whatever database, therefore holds readers back.
 *
 * @param era one more each time that the journal was restored into a server whose transactions count anew
 * @param transaction PostgreSQL's number of the transaction
 * @param number within it
 */
public record Position(int era, long transaction, long number) implements Comparable<Position> {

    public static final Position START = new Position(0, 0, 0);

    private static final Comparator<Position> ORDER = Comparator.comparingInt(Position::era)
            .thenComparingLong(Position::transaction)
            .thenComparingLong(Position::number);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
