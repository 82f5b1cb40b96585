package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds a claim to everything it refers to as of each line's day. */
final class Resolution {

    private final Claim claim;
    private final Rights rights;
    private final Edition edition;
    private final SchemeRefusals refusals;
    /** What each semester of orthodontics still has of its base. */
    private final Map<String, Money> semesters = new HashMap<>();

    Resolution(Claim claim, Rights rights, Edition edition) {
        this.claim = claim;
        this.rights = rights;
        this.edition = edition;
        this.refusals = new SchemeRefusals(claim, rights, edition);
    }

    List<ResolvedLine> lines() {
        return claim.lines().stream().map(this::resolve).toList();
    }

    private ResolvedLine resolve(CareLine line) {
        Currency expected = rights.schemeOn(line.date()).isFrench() ? Currency.EUR : Currency.MAD;
        if (line.charge().currency() != expected) {
            throw new IllegalArgumentException("Line " + line.number() + " is in "
                    + line.charge().currency() + ", the scheme pays in " + expected);
        }
        Act act = edition.nomenclature().act(line.act());
        List<String> lineage = act == null ? List.of() : edition.nomenclature().lineage(act.family());
        BaseOfReimbursement base = semester(
                line,
                act,
                new TariffOfLine(
                                line,
                                act,
                                claim.provider(),
                                rights.schemeOn(line.date()),
                                edition.regulation(),
                                ResolvedLine.exemptions(line, rights))
                        .base());
        List<Enrolment> open = rights.enrolments().stream()
                .filter(enrolment -> enrolment.cover().contains(line.date()))
                .toList();
        List<Cover> covers = Cover.of(open, edition, line.date(), line.charge().currency());
        SchemeRefusal refusal = refusals.of(line, act, lineage, base);
        LineFacts facts =
                new FactsOfLine(claim, rights, edition).of(line, act, lineage, base, open, covers, refusal != null);
        return new ResolvedLine(line, act, lineage, base, covers, refusal, facts);
    }

    /** Orthodontics billed in several lines of one group is one semester of treatment: one base for them all. */
    private BaseOfReimbursement semester(CareLine line, @Nullable Act act, BaseOfReimbursement base) {
        String group = line.group();
        if (group == null || act == null || act.kind() != CareKind.ORTHODONTICS || base.stated() || !base.known()) {
            return base;
        }
        Money whole = base.unit().rounded();
        Money left = semesters.getOrDefault(group, whole);
        BaseOfReimbursement within = base.within(left);
        semesters.put(group, left.minus(within.amount()));
        return within;
    }
}
