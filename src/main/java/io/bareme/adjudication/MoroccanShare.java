package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Moroccan compulsory share (AMO, loi 65-00): the scheme's rate on the lower of charge and national tariff, half-up.
 * Nobody pays before the insurer where the person has no compulsory scheme (DIM).
 */
final class MoroccanShare {

    private final ResolvedLine line;
    private final ResolvedClaim claim;
    private final Rights rights;
    private final SchemeTally tally;
    private final Scheme scheme;
    private final boolean transmitted;
    private final Workings workings;
    private @Nullable Money expected;

    MoroccanShare(ResolvedLine line, ResolvedClaim claim, SchemeTally tally, Workings workings) {
        Dossier dossier = claim.claim().dossier();
        this.line = line;
        this.claim = claim;
        this.rights = claim.rights();
        this.scheme = rights.schemeOn(line.line().date());
        this.tally = tally;
        this.transmitted = dossier != null && dossier.afterTheScheme();
        this.workings = workings;
    }

    CompulsoryShare compute() {
        CompulsoryShare share = computed();
        Act act = line.act();
        if (act != null && act.kind() == CareKind.DENTAL_PROSTHESIS) {
            tally.prosthesis(line.line().date(), share.legal());
        }
        return share;
    }

    /** Whether a share was due by the tariff, once computed, that the claim's other care does not take away. */
    boolean wasDue() {
        return expected != null
                && expected.isPositive()
                && new SchemeRefusals(claim.claim(), rights, claim.edition())
                                .expected(line.line(), line.act(), line.lineage(), line.base())
                        == null;
    }

    private CompulsoryShare computed() {
        Act act = line.act();
        if (act == null || scheme == Scheme.MA_NONE) {
            return CompulsoryShare.nothing(line.charge().currency());
        }
        Lookup.Known found = act.kind() == CareKind.UNCOVERED ? null : rate(act.kind());
        Rate stated = line.line().given().rate();
        Rate rate = stated != null ? stated : found == null ? Rate.ZERO : found.rate();
        if (found != null && !rate.equals(found.rate())) {
            workings.contradiction(rate, found.rate());
        }
        Money base = line.charge().min(line.base().amount());
        Money byRate = base.exact().times(rate).rounded();
        workings.step(
                "compulsory",
                byRate,
                found == null ? null : found.source(),
                "rate",
                rate,
                "base",
                base,
                "kind",
                act.kind().word());
        Money computed = ceiling(act.kind(), unlessRefused(byRate));
        expected = computed;
        Money given = line.line().given().compulsory();
        if (given != null) {
            workings.step(
                    transmitted ? "compulsory-transmitted" : "compulsory-given", given, null, "computed", computed);
            if (!transmitted && !given.equals(computed)) {
                workings.contradiction(given, computed);
            }
            return CompulsoryShare.of(rate, given);
        }
        return CompulsoryShare.of(rate, computed);
    }

    private Lookup.@Nullable Known rate(CareKind kind) {
        String rates = scheme == Scheme.MA_CNSS ? "ma.rate.cnss" : "ma.rate.cnops";
        for (Exemption exemption : line.exemptions(rights)) {
            String quantity = rates + "." + illness(exemption);
            if (workings.has(quantity)) {
                Lookup.Known exempt = workings.find(quantity, "");
                return exempt != null ? exempt : workings.need(quantity, kind.word());
            }
        }
        return workings.need(rates, kind.word());
    }

    /** CNOPS publishes one exempted rate for long-term and costly illnesses, CNSS one for each. */
    private String illness(Exemption exemption) {
        return scheme == Scheme.MA_CNOPS && exemption == Exemption.ALC ? "ald" : exemption.word();
    }

    private Money unlessRefused(Money share) {
        SchemeRefusal refusal = line.refusal();
        if (refusal == null) {
            return share;
        }
        Money nothing = Money.zero(share.currency());
        workings.step("scheme-refusal", nothing, refusal.source(), "before", share, "refusal", refusal.reason());
        return nothing;
    }

    /**
     * CNSS pays dental prostheses up to a ceiling over two years, counted over the claim's lines and the earlier care it
     * brings; where what the scheme paid for earlier prostheses is not said, a person must look.
     */
    private Money ceiling(CareKind kind, Money computed) {
        if (kind != CareKind.DENTAL_PROSTHESIS || scheme != Scheme.MA_CNSS) {
            return computed;
        }
        Lookup.Known ceiling = workings.find("ma.cnss.dental-prosthesis.ceiling", "");
        Lookup.Known years = workings.find("ma.cnss.dental-prosthesis.period", "");
        if (ceiling == null || years == null) {
            return computed;
        }
        LocalDate day = line.line().date();
        LocalDate since = day.minusYears(years.number());
        Money used = tally.prostheses(since, day, computed.currency()).plus(earlier(since, day, computed.currency()));
        Money left = ceiling.money().minus(used).orZero();
        if (computed.compareTo(left) <= 0) {
            return computed;
        }
        workings.step("compulsory-ceiling", left, ceiling.source(), "before", computed, "used", used);
        return left;
    }

    private Money earlier(LocalDate since, LocalDate day, Currency currency) {
        Money total = Money.zero(currency);
        for (EarlierCare care : claim.claim().earlier()) {
            Act act = claim.edition().nomenclature().act(care.act());
            boolean counts = act != null
                    && act.kind() == CareKind.DENTAL_PROSTHESIS
                    && care.date().isAfter(since)
                    && !care.date().isAfter(day);
            Money paid = care.compulsory();
            if (counts && paid == null) {
                workings.doubt(
                        "scheme-counter-unknown", Map.of("act", care.act().toString()));
            } else if (counts && paid != null) {
                total = total.plus(paid);
            }
        }
        return total;
    }
}
