package io.bareme.affiliation.store;

/** Patterns of SQL's {@code like}. */
final class Patterns {

    private Patterns() {}

    /** Anything that contains the piece, whose own signs mean only themselves. */
    static String containing(String piece) {
        return "%" + piece.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
