package io.bareme.adjudication;

import io.bareme.regulation.ActCode;
import io.bareme.values.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Care already decided for the person that matters to this claim.
 *
 * @param compulsory what the compulsory scheme paid for it; null when it is not said
 * @param quantity how many times the act, 1 or more; once when null
 */
public record EarlierCare(
        ActCode act,
        LocalDate date,
        String provider,
        Money charge,
        @Nullable String part,
        @Nullable Integer quantity,
        @Nullable Money compulsory) {

    int times() {
        return quantity == null ? 1 : quantity;
    }
}
