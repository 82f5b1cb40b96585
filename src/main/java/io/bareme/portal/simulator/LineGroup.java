package io.bareme.portal.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that the form settles together, under a word that says what they are: {@code equipment}, {@code stay-2}.
 *
 * @param number from 1; the second stay of a claim is number 2
 */
record LineGroup(Kind kind, int number) {

    /** What people call them. */
    enum Kind {
        /** Two lenses and a frame. */
        EQUIPMENT,
        STAY,
        /** Hearing aids of both ears. */
        AIDS,
        /** A semester of orthodontics. */
        SEMESTER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** More of one kind belong in a file sent to the API. */
    static final int MOST = 5;

    private static final Pattern WORD = Pattern.compile("([a-z]+)(?:-([1-9]))?(?:-on-.*)?");

    /** The group that a word names, as the form or {@link #on} writes it; empty for any other word. */
    static Optional<LineGroup> of(String word) {
        Matcher parts = WORD.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(parts.group(1)) && number <= MOST)
                .map(kind -> new LineGroup(kind, number))
                .findFirst();
    }

    /** As the form's fields say it. */
    String word() {
        return number == 1 ? kind.word() : kind.word() + "-" + number;
    }

    /** As the claim says it: the day of care keeps it apart from groups of other claims. */
    String on(Object day) {
        return word() + "-on-" + day;
    }

    /** The first of a kind that no line is in yet. */
    static LineGroup next(Kind kind, List<TypedLine> lines) {
        int number = 1;
        while (number < MOST && isIn(lines, new LineGroup(kind, number))) {
            number++;
        }
        return new LineGroup(kind, number);
    }

    static boolean isIn(List<TypedLine> lines, LineGroup group) {
        return lines.stream()
                .anyMatch(line -> of(line.group()).filter(group::equals).isPresent());
    }
}
