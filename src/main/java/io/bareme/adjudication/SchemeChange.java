package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.Set;

/**
 * From a day of care on, a person belongs to another compulsory scheme or has other exemptions: a company leaves its
 * insurer of the first dirham for the scheme, and keeps a complementary contract.
 *
 * @param from the first day of care it holds for
 */
public record SchemeChange(LocalDate from, Scheme scheme, Set<Exemption> exemptions) {

    public SchemeChange {
        exemptions = Set.copyOf(exemptions);
    }
}
