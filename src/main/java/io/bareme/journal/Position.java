package io.bareme.journal;

/**
 * A place in the journal's order. Decisions are read in the order of the transactions that recorded them, and only once
 * no earlier transaction can still commit, so whoever has read up to a place has missed nothing before it.
 *
 * @param transaction PostgreSQL's number of the transaction
 * @param number within it
 */
public record Position(long transaction, long number) implements Comparable<Position> {

    public static final Position START = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        int order = Long.compare(transaction, other.transaction);
        return order != 0 ? order : Long.compare(number, other.number);
    }
}
