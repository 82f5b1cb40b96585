package io.bareme.journal;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The number of a commitment, to be read out on the telephone: {@code A}, two digits of the year, eight signs drawn at
 * random, and one that checks them. No sign looks or sounds like another's neighbour: neither 0, 1, I, O nor U. One sign
 * misread, or two exchanged, give a number that nobody bears.
 */
public final class CommitmentNumber {

    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    private static final String FORM = "A[0-9]{2}[" + SIGNS + "]{9}";
    private static final int DRAWN = 8;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private CommitmentNumber() {}

    /** A new one; two are never the same but by a chance in thousands of millions, which the database refuses. */
    public static String drawn(int year) {
        var number = new StringBuilder("A%02d".formatted(Math.floorMod(year, 100)));
        for (int i = 0; i < DRAWN; i++) {
            number.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.append(check(number)).toString();
    }

    /** As it is kept, whatever the spaces, hyphens and capitals; empty for what cannot be a number. */
    public static Optional<String> read(String text) {
        String number = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        boolean good = number.matches(FORM) && check(number.substring(0, number.length() - 1)) == last(number);
        return good ? Optional.of(number) : Optional.empty();
    }

    /** Each sign weighs by its place, modulo the prime number of signs. */
    private static char check(CharSequence number) {
        int sum = 0;
        for (int i = 1; i < number.length(); i++) {
            char sign = number.charAt(i);
            sum += i * (i <= 2 ? sign - '0' : SIGNS.indexOf(sign));
        }
        return SIGNS.charAt(sum % SIGNS.length());
    }

    private static char last(String number) {
        return number.charAt(number.length() - 1);
    }
}
