package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The Moroccan compulsory share (AMO, loi 65-00): the scheme's rate on the lower of charge and national tariff, half-up.
 * Nobody pays before the insurer where the person has no compulsory scheme (DIM).
 */
final class MoroccanShare {

    private final ResolvedLine line;
    private final Rights rights;
    private final Scheme scheme;
    private final boolean transmitted;
    private final Workings workings;

    /** @param dossier says whether the share the claim gives is the one the scheme really paid */
    MoroccanShare(ResolvedLine line, Rights rights, @Nullable Dossier dossier, Workings workings) {
        this.line = line;
        this.rights = rights;
        this.scheme = rights.schemeOn(line.line().date());
        this.transmitted = dossier != null && dossier.afterTheScheme();
        this.workings = workings;
    }

    CompulsoryShare compute() {
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
        Money computed = ceiling(act.kind(), base.exact().times(rate).rounded());
        workings.step(
                "compulsory",
                computed,
                found == null ? null : found.source(),
                "rate",
                rate,
                "base",
                base,
                "kind",
                act.kind().word());
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

    /** CNSS pays dental prostheses up to a ceiling over two years; earlier ones are the scheme's own counters. */
    private Money ceiling(CareKind kind, Money computed) {
        if (kind != CareKind.DENTAL_PROSTHESIS || scheme != Scheme.MA_CNSS) {
            return computed;
        }
        Lookup.Known ceiling = workings.find("ma.cnss.dental-prosthesis.ceiling", "");
        if (ceiling == null || computed.compareTo(ceiling.money()) <= 0) {
            return computed;
        }
        workings.step("compulsory-ceiling", ceiling.money(), ceiling.source(), "before", computed);
        return ceiling.money();
    }
}
