package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the Moroccan scheme pays for dental prostheses over the lines of one claim, in the order they are settled. */
final class SchemeTally {

    private record Paid(LocalDate day, Money amount) {}

    private final List<Paid> prostheses = new ArrayList<>();

    void prosthesis(LocalDate day, Money amount) {
        prostheses.add(new Paid(day, amount));
    }

    /** Paid after that day and until the other. */
    Money prostheses(LocalDate after, LocalDate until, Currency currency) {
        return prostheses.stream()
                .filter(paid -> paid.day().isAfter(after) && !paid.day().isAfter(until))
                .map(Paid::amount)
                .reduce(Money.zero(currency), Money::plus);
    }
}
