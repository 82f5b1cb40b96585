package io.bareme.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list that is asked for by nothing else.
 *
 * @param after the place of the last one of the page before; null for the first page
 * @param size 1 to {@value ListForm#MOST} of a page
 */
public record PlaceForm(@Nullable Long after, int size) {

    private static final int USUAL = 100;

    /** Reads the parameters of an address, each given once. */
    public static Read<PlaceForm> read(Map<String, String[]> parameters) {
        return AddressParameters.read(
                parameters,
                ListForm.NUMBERS,
                fields -> new PlaceForm(
                        ListForm.place(fields, 0), fields.numbers().wholeOr("size", 1, ListForm.MOST, USUAL)));
    }
}
