package io.bareme.decision;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.CareLine.Circumstances;
import io.bareme.adjudication.CareLine.Given;
import io.bareme.adjudication.Claim;
import io.bareme.adjudication.Review;
import io.bareme.adjudication.Shares;
import io.bareme.journal.Promised;
import io.bareme.journal.Promised.Beyond;
import io.bareme.journal.Promised.Met;
import io.bareme.journal.PromisedLine;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person settled of an authorization, for an invoice on its commitment. Doubts that they lifted do not come up
 * again on a line that is promised and is the care that they saw, at no higher charge; care that they refused stays
 * refused. What they did not see refers as on any other claim.
 */
final class Settled {

    private Settled() {}

    /** Null where no person decided anything of these lines. */
    static @Nullable Review of(Called called, Claim invoice, Promised promised) {
        Claim asked = called.authorization().input().claim();
        Review review = asked.review();
        if (review == null) {
            return null;
        }
        boolean sameCategory =
                invoice.provider().category().equals(asked.provider().category());
        Map<Integer, Integer> seen = new TreeMap<>();
        List<Integer> refused = new ArrayList<>();
        for (CareLine line : invoice.lines()) {
            Met met = promised.met(line.number());
            Integer of = met.of();
            if (met.beyond() == Beyond.REFUSED) {
                refused.add(line.number());
            } else if (of != null && met.beyond() == null && sameCategory && isAsSeen(line, called.line(of))) {
                seen.put(line.number(), of);
            }
        }
        return review.onInvoice(called.authorization().id(), seen, refused);
    }

    /** At no higher charge for each unit, and nothing is said otherwise than it was said or decided. */
    private static boolean isAsSeen(CareLine line, PromisedLine promised) {
        CareLine then = promised.line();
        return Called.sameCoefficient(then, line)
                && line.charge().cents() * then.quantity() <= then.charge().cents() * line.quantity()
                && agree(line, promised)
                && agree(then.circumstances(), line.circumstances());
    }

    private static boolean agree(CareLine line, PromisedLine promised) {
        Given then = promised.line().given();
        Given now = line.given();
        Shares decided = promised.decided().shares();
        return agree(line, now.base(), promised, then.base() == null ? decided.base() : then.base())
                && agree(
                        line,
                        now.compulsory(),
                        promised,
                        then.compulsory() == null ? decided.compulsory() : then.compulsory())
                && agree(then.rate() == null ? decided.rate() : then.rate(), now.rate());
    }

    /** For as many units. */
    private static boolean agree(CareLine line, @Nullable Money now, PromisedLine promised, Money then) {
        return now == null || now.cents() * promised.line().quantity() == then.cents() * line.quantity();
    }

    private static boolean agree(Circumstances then, Circumstances now) {
        return then.pathway() == now.pathway()
                && then.exemptions().equals(now.exemptions())
                && then.refusedByCompulsory() == now.refusedByCompulsory()
                && agree(then.careClass(), now.careClass())
                && agree(then.basket(), now.basket())
                && agree(then.lens(), now.lens())
                && agree(then.illness(), now.illness())
                && agree(then.teeth(), now.teeth());
    }

    private static boolean agree(@Nullable Object then, @Nullable Object now) {
        return then == null || now == null || Objects.equals(then, now);
    }
}
