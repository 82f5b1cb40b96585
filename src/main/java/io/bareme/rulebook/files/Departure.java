package io.bareme.rulebook.files;

/**
 * A cell of a table that claims to be responsible, known to say what the law does not let such a contract pay: printed
 * so, and held to the law when it is paid.
 *
 * @param grid the table's grid
 * @param fiche the file that says it
 * @param line the grid's line
 * @param level the grid's column
 */
public record Departure(String grid, String fiche, String line, String level) {}
