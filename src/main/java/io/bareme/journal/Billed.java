package io.bareme.journal;

import org.jspecify.annotations.Nullable;

/**
 * What an invoice says of itself; in a search, null is whatever.
 *
 * @param provider the professional's id
 * @param number the professional's own, of the invoice
 * @param commitment that it calls on; null for none
 */
public record Billed(
        @Nullable String provider,
        @Nullable String number,
        @Nullable String commitment) {}
