package io.bareme.regulation;

import io.bareme.values.Currency;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import io.bareme.values.Source;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What the regulation says of a quantity on a day. */
public sealed interface Lookup {

    /** The value in force, and where it comes from. */
    record Known(String quantity, String key, BigDecimal value, QuantityUnit unit, Source source) implements Lookup {

        /** The value as an amount of its currency, rounded half-up to the cent; throws when it is no amount. */
        public Money money() {
            return exact().rounded();
        }

        public Exact exact() {
            return switch (unit) {
                case EUR -> new Exact(value, Currency.EUR);
                case MAD -> new Exact(value, Currency.MAD);
                case RATE, COUNT, DAYS, YEARS ->
                    throw new IllegalStateException(quantity + " is in " + unit + ", not an amount");
            };
        }

        /** The value as a rate; throws when it is none. */
        public Rate rate() {
            if (unit != QuantityUnit.RATE) {
                throw new IllegalStateException(quantity + " is in " + unit + ", not a rate");
            }
            return new Rate(value);
        }

        public int number() {
            return value.intValueExact();
        }
    }

    /** Nothing is established for that day: whoever needs it is referred to a person. */
    record NotEstablished(String quantity, String key, LocalDate day) implements Lookup {}
}
