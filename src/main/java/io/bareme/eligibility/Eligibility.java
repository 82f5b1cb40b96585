package io.bareme.eligibility;

import io.bareme.adjudication.Allowance;
import io.bareme.adjudication.Cover;
import io.bareme.adjudication.Enrolment;
import io.bareme.adjudication.Rights;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.journal.Balance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rights of a member on a day, what the tables of their contracts give, and what remains.
 *
 * @param rights null where the compulsory scheme is not known on that day; then nothing else is told
 * @param state of the contracts together
 * @param held the contracts: those open on the day in order of payment, then the others as they are declared
 * @param families in the order of their names
 * @param reserved what is only reserved, by the counter's key
 * @param next the last family told, when more follow; null at the end
 * @param edition the content hash of the tables
 */
public record Eligibility(
        LocalDate day,
        @Nullable Rights rights,
        State state,
        List<Held> held,
        List<FamilyOfCare> families,
        Map<String, Balance> reserved,
        @Nullable String next,
        String edition) {

    /** What is known of the cover of a day. */
    public enum Kind {
        OPEN,
        SUSPENDED,
        /** Not before a later day. */
        WAITING,
        CLOSED,
        /** No contract at all. */
        NONE,
        /** Open, but the edition has no table of that day with that level in the scheme's currency. */
        NO_TABLE,
        SCHEME_UNKNOWN
    }

    /** @param from of what waits its first day, of what is closed the first day without; null for any other */
    public record State(Kind kind, @Nullable LocalDate from) {}

    /**
     * A contract the member holds, held or will hold.
     *
     * @param cover with its table; null when it is not open on the day or has no table
     * @param shared limits and deductibles that its lines share
     */
    public record Held(
            Enrolment enrolment,
            State state,
            @Nullable Cover cover,
            List<Allowance> shared,
            List<Allowance.Renewal> renewals) {
        public Held {
            shared = List.copyOf(shared);
            renewals = List.copyOf(renewals);
        }
    }

    /** A care family that lines of the tables name. */
    public record FamilyOfCare(String id, List<Given> given) {
        public FamilyOfCare {
            given = List.copyOf(given);
        }
    }

    /** What one contract's table says of a family: a cell of the grid, or a printed line that it leaves to a person. */
    public sealed interface Given {
        Cover cover();

        record Cell(Cover cover, Guarantee guarantee, List<Allowance> limits) implements Given {
            public Cell {
                limits = List.copyOf(limits);
            }
        }

        record Left(Cover cover, LeftToPerson words) implements Given {}
    }

    public Eligibility {
        held = List.copyOf(held);
        families = List.copyOf(families);
        reserved = Map.copyOf(reserved);
    }
}
