package io.bareme.rulebook.files;

/**
 * A cell of a table that claims to be responsible, known to say what the law does not let such a contract pay: printed
 * so, and held to the law when it is paid.
 *
 * @param line the grid's line
 * @param level the grid's column
 */
public record Departure(String line, String level) {}
