package io.bareme.resequencing;

import io.bareme.adjudication.Decision;
import io.bareme.adjudication.LineDecision;
import io.bareme.values.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What would change if the care given in a household were counted in the order of its days, as things stand.
 *
 * @param id the decision that it was asked for: care that came out of order
 * @param corrections in the order of the days of care; none when the order changes nothing
 * @param staying decisions that stay as they are whatever the order, and why
 * @param files of Moroccan complementary contracts, on care from its first day on, which are not put in order
 * @param more whether care before the latest {@value #MOST} decisions was left as it stands
 */
public record Resequencing(UUID id, List<Correction> corrections, Map<UUID, Stays> staying, int files, boolean more) {

    /** No more decisions of a household are looked at. */
    public static final int MOST = 500;

    public Resequencing {
        corrections = List.copyOf(corrections);
        staying = Map.copyOf(staying);
    }

    /** Why a decision stays as it is. */
    public enum Stays {
        /** An invoice on a commitment: what was promised stands. */
        PROMISED,
        /** The file of a Moroccan complementary contract, which follows what was paid before it. */
        FILE,
        /** The file of such a contract gave back of a limit that it counts in. */
        GIVEN_BACK,
        /** The sources of its edition can no longer be read. */
        EDITION_LOST,
        /** This engine decides it otherwise even where nothing has changed. */
        DECIDED_OTHERWISE,
        /** In its place it would wait for a person. */
        WAITS;

        /** As in {@code edition-lost}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** All that contracts pay more; below zero, less. Throws when there is no correction: there is no currency then. */
    public Money net() {
        return corrections.stream().map(Correction::net).reduce(Money::plus).orElseThrow();
    }

    /** The same as long as the same decisions would change in the same way: what is approved is what was seen. */
    public String version() {
        StringBuilder text = new StringBuilder().append(id);
        for (Correction one : corrections) {
            text.append('\n').append(one.was().id());
            text.append('\n').append(one.now().verdict());
            one.now().lines().stream().map(LineDecision::shares).forEach(text.append('\n')::append);
            for (Decision.Movement taken : one.now().movements()) {
                text.append('\n').append(taken.key()).append(' ').append(taken.amount());
                text.append(' ').append(taken.count());
            }
        }
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
