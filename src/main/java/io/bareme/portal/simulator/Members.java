package io.bareme.portal.simulator;

import io.bareme.adjudication.Rights;
import io.bareme.affiliation.Affiliations;
import io.bareme.affiliation.MemberSummary;
import io.bareme.decision.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The demonstration members that the page can choose from. */
@Component
final class Members {

    /** One member with the rights of a day of care. */
    record Found(MemberSummary summary, Rights rights) {

        /** As the form shows it: number and name. */
        String shown() {
            return Members.shown(summary);
        }

        String country() {
            return rights.scheme().country();
        }
    }

    static String shown(MemberSummary summary) {
        return summary.id() + ActIndex.SEPARATOR + summary.name();
    }

    private final Affiliations affiliations;
    private final Clock clock;

    Members(Affiliations affiliations, Clock clock) {
        this.affiliations = affiliations;
        this.clock = clock;
    }

    /** By number or name; the first ones. */
    List<MemberSummary> search(String words) {
        return isText(words) ? affiliations.search(Caller.current().tenant(), words, 0, ActIndex.MOST) : List.of();
    }

    /** A NUL is no character that anybody bears in a name, nor one that a database keeps. */
    private static boolean isText(String words) {
        return words.indexOf('\0') < 0;
    }

    /** The member of that number, when their scheme is known on that day. */
    Optional<Found> numbered(String number, LocalDate day) {
        if (!isText(number)) {
            return Optional.empty();
        }
        return affiliations
                .member(Caller.current().tenant(), number)
                .flatMap(summary -> affiliations
                        .rightsOn(Caller.current().tenant(), number, day, clock.instant())
                        .map(rights -> new Found(summary, rights)));
    }
}
