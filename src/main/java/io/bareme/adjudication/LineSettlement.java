package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.ProductKind;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settles one care line: compulsory share, then each contract in its order, then what the member bears. */
final class LineSettlement {

    private final ResolvedClaim claim;
    private final ResolvedLine line;
    private final List<Finding> findings;
    private final LimitBook book;
    private final Workings workings;
    private final List<LineDecision.LimitUse> uses = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();
    private boolean reduced;

    LineSettlement(ResolvedClaim claim, ResolvedLine line, List<Finding> findings, LimitBook book) {
        this.claim = claim;
        this.line = line;
        this.findings = findings;
        this.book = book;
        this.workings = new Workings(claim.edition().regulation(), line.line().date());
    }

    LineDecision settle(DayTally tally) {
        explainBase();
        CompulsoryShare compulsory = compulsory(tally);
        Figures figures = new Figures(line, compulsory, workings);
        boolean refused = findings.stream().anyMatch(Finding.Refuse.class::isInstance);
        List<Shares.ContractShare> contracts = refused ? List.of() : contracts(figures, compulsory);
        Shares shares = ShareOut.of(claim.claim(), line, compulsory, contracts, refused);
        workings.missing()
                .forEach(hole -> doubts.add(new Finding.Refer(
                        "value-not-established",
                        line.line().number(),
                        "value-not-established",
                        Map.of(
                                "quantity",
                                hole.quantity(),
                                "key",
                                hole.key(),
                                "day",
                                hole.day().toString()),
                        false)));
        List<Finding> all = Weighing.ordered(findings, doubts);
        Verdict verdict = Weighing.line(all, reduced);
        return new LineDecision(line.line().number(), verdict, shares, all, workings.steps(), uses);
    }

    private void explainBase() {
        Base base = line.base();
        workings.step(
                "base",
                base.amount(),
                base.source(),
                "charge",
                line.charge(),
                "act",
                line.line().act());
        if (base.contradicted()) {
            workings.step(
                    "base-contradicted", base.amount(), base.source(), "regulated", String.valueOf(base.regulated()));
        }
    }

    private CompulsoryShare compulsory(DayTally tally) {
        CompulsoryShare share = claim.rights().scheme().isFrench()
                ? new FrenchShare(line, claim.rights(), workings).compute(penalised(), tally)
                : new MoroccanShare(line, claim.rights(), workings).compute();
        return line.line().circumstances().refusedByCompulsory() ? share.refused() : share;
    }

    private boolean penalised() {
        return findings.stream()
                .anyMatch(finding -> finding instanceof Finding.Deduct deduct
                        && deduct.deduction() == Finding.Deduction.PATHWAY_PENALTY);
    }

    private List<Shares.ContractShare> contracts(Figures figures, CompulsoryShare compulsory) {
        Set<Condition> holding = Conditions.holding(line, claim.rights(), findings);
        List<Condition> contradiction = Conditions.contradiction(holding);
        if (contradiction != null) {
            doubt(
                    "variants-contradict",
                    Map.of(
                            "first",
                            contradiction.get(0).word(),
                            "second",
                            contradiction.get(1).word()));
            return List.of();
        }
        List<Shares.ContractShare> shares = new ArrayList<>();
        Money paid = Money.zero(line.charge().currency());
        Money paidResponsibly = paid;
        for (Cover cover : line.covers()) {
            Money amount = contract(cover, figures, compulsory, holding, paid, paidResponsibly, shares);
            paid = paid.plus(amount);
            paidResponsibly = cover.table().responsible() ? paidResponsibly.plus(amount) : paidResponsibly;
        }
        return shares;
    }

    private Money contract(
            Cover cover,
            Figures figures,
            CompulsoryShare compulsory,
            Set<Condition> holding,
            Money earlier,
            Money earlierResponsible,
            List<Shares.ContractShare> shares) {
        Money zero = Money.zero(line.charge().currency());
        List<Guarantee> applying = GuaranteeTable.applying(cover.level(), line.lineage(), holding);
        if (applying.size() != 1) {
            if (applying.size() > 1) {
                doubt(
                        "guarantees-ambiguous",
                        Map.of(
                                "product", cover.table().product(),
                                "first", applying.get(0).line(),
                                "second", applying.get(1).line()));
            }
            Money floor = applying.isEmpty() ? framed(cover, zero, figures, compulsory, earlierResponsible) : zero;
            Money owed = indemnity(floor, figures, earlier);
            shares.add(share(cover, null, owed));
            return owed;
        }
        Guarantee guarantee = applying.get(0);
        workings.step(
                "guarantee",
                null,
                guarantee.source(),
                "product",
                cover.table().name(),
                "level",
                cover.level().label(),
                "poste",
                guarantee.poste(),
                "wording",
                guarantee.wording());
        LimitsOfLine limits =
                new LimitsOfLine(claim.rights(), cover.enrolment(), guarantee, line.line(), book, workings);
        Exact entitled = new Entitlement(figures, holding, limits, workings).of(guarantee.formula());
        Money amount = layered(cover, entitled.rounded(), earlier);
        amount = framed(cover, amount, figures, compulsory, earlierResponsible);
        amount = indemnity(amount, figures, earlier);
        reduced |= limits.reached();
        uses.addAll(limits.consume(entitled, amount));
        workings.step(
                "contract",
                amount,
                guarantee.source(),
                "product",
                cover.table().name(),
                "level",
                cover.level().label());
        shares.add(share(cover, guarantee, amount));
        return amount;
    }

    /** An option whose amounts include the base takes off what the contracts before it pay. */
    private Money layered(Cover cover, Money amount, Money earlier) {
        if (!cover.table().includesEarlierContracts() || earlier.isZero()) {
            return amount;
        }
        Money net = amount.minus(earlier).orZero();
        workings.step("includes-earlier", net, null, "before", amount, "earlier", earlier);
        return net;
    }

    private Money framed(
            Cover cover, Money amount, Figures figures, CompulsoryShare compulsory, Money earlierResponsible) {
        if (!cover.table().responsible()) {
            return amount;
        }
        boolean base = cover.table().kind() == ProductKind.COMPLEMENTARY && earlierResponsible.isZero();
        return new LegalFrame(line, figures, compulsory, workings).apply(amount, earlierResponsible, base);
    }

    /** Nobody is paid more than was charged (loi 89-1009, art. 9). */
    private Money indemnity(Money amount, Figures figures, Money earlier) {
        Money left = figures.remainder().minus(earlier).orZero();
        if (left.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("indemnity", left, null, "before", amount);
        return left;
    }

    private void doubt(String reason, Map<String, String> parameters) {
        doubts.add(new Finding.Refer(reason, line.line().number(), reason, parameters, false));
    }

    private static Shares.ContractShare share(
            Cover cover, @org.jspecify.annotations.Nullable Guarantee guarantee, Money amount) {
        return new Shares.ContractShare(
                cover.enrolment().id(),
                cover.table().product(),
                cover.level().id(),
                guarantee == null ? null : guarantee.line(),
                guarantee == null ? null : guarantee.wording(),
                amount);
    }
}
