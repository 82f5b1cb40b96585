package io.bareme.rulebook.files;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one place of one file: enough for whoever wrote the file to find it and mend it.
 *
 * @param file relative to the edition's folder, with forward slashes
 * @param place the line or the cell, as {@code line 6} or {@code row 12, column "Niveau 2"}; empty for the whole file
 * @param value what stands there; empty when something is missing
 * @param message what is wrong with it
 * @param allowed what could have stood there; empty when the message says it
 * @param maybe what was perhaps meant, without the word "Maybe"; null when nothing comes near
 */
public record Problem(
        String file,
        String place,
        String value,
        String message,
        String allowed,
        @Nullable String maybe) {

    private static final int LONGEST_VALUE = 120;

    /** As printed: the place, the value and what is wrong, then what was allowed, then a line beginning "Maybe". */
    public String render() {
        StringBuilder text = new StringBuilder(file);
        if (!place.isEmpty()) {
            text.append(", ").append(place);
        }
        text.append(": ");
        if (!value.isEmpty()) {
            text.append('"').append(visible(value)).append("\": ");
        }
        text.append(message);
        if (!allowed.isEmpty()) {
            text.append("\nAllowed: ").append(allowed);
        }
        if (maybe != null) {
            text.append("\nMaybe ").append(maybe);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return render();
    }

    /** One line, of a length that a terminal bears, without control characters. */
    private static String visible(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "…";
    }
}
