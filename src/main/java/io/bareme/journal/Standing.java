package io.bareme.journal;

import io.bareme.adjudication.Consumption;
import java.util.Map;

/**
 * What is used of the limits of some households, and how much of that is only reserved.
 *
 * @param consumption reservations included, as a decision reads it
 * @param reserved by key; a limit of which nothing is reserved is absent
 */
public record Standing(Consumption consumption, Map<String, Balance> reserved) {

    public Standing {
        reserved = Map.copyOf(reserved);
    }
}
