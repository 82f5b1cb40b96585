package io.bareme.adjudication;

import io.bareme.regulation.Lookup;
import io.bareme.regulation.Regulation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How long after care a claim was filed, and how long after it may be. */
record FilingDelay(Claim claim, Rights rights, Regulation regulation) {

    /** A remainder waits for the scheme's statement; what the scheme itself transmits or claims, no member files. */
    int days(LocalDate day) {
        LocalDate statement = claim.statement();
        int sinceCare = (int) ChronoUnit.DAYS.between(day, claim.received());
        return switch (claim.dossier()) {
            case null -> sinceCare;
            case FULL_ADVANCE, ESTIMATED_COMPLEMENT -> sinceCare;
            case REMAINDER -> statement == null ? 0 : (int) ChronoUnit.DAYS.between(statement, claim.received());
            case CNSS_FLOW, ONE_STOP -> 0;
        };
    }

    boolean statementDayMissing(LocalDate day) {
        return claim.dossier() == Dossier.REMAINDER
                && claim.statement() == null
                && ChronoUnit.DAYS.between(day, claim.received()) > allowed(day);
    }

    /** France: the years of prescription; Morocco: the days of filing of the complementary insurer. */
    int allowed(LocalDate day) {
        if (rights.scheme().isFrench()) {
            int years = number("fr.prescription", day);
            return years == LineFacts.NO_LIMIT
                    ? LineFacts.NO_LIMIT
                    : (int) ChronoUnit.DAYS.between(day, day.plusYears(years));
        }
        return number("ma.filing.amc", day);
    }

    private int number(String quantity, LocalDate day) {
        return regulation.on(quantity, "", day) instanceof Lookup.Known known ? known.number() : LineFacts.NO_LIMIT;
    }
}
