package io.bareme.guarantee;

import java.util.Set;

/**
 * A line of a printed table that its grid does not say, because the guarantee language cannot say it truly: the contract
 * may pay care of these families, and a person must look.
 *
 * @param families care families, one or more
 * @param illness whether only care whose claim names the illness treated is meant
 * @param words as printed
 */
public record LeftToPerson(Set<String> families, boolean illness, String words) {

    public LeftToPerson {
        families = Set.copyOf(families);
    }
}
