package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each complementary contract pays for one care line, in their order of payment: the cell that applies, read as
 * worded, within its limits, within the legal frame, and never more than is left of the charge.
 */
final class ContractPayments {

    private final ResolvedClaim claim;
    private final ResolvedLine line;
    private final Figures figures;
    private final Set<Condition> holding;
    private final LimitBook book;
    private final @Nullable Equipment equipment;
    private final Workings workings;
    private final PaidSoFar paid;
    private final ResponsibleDuty duty;
    private final AtOptamDoctor optam;
    private final List<Shares.ContractShare> shares = new ArrayList<>();
    private final List<LineDecision.LimitUse> uses = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();
    private boolean reduced;
    private Money keptBack;

    ContractPayments(
            ResolvedClaim claim,
            ResolvedLine line,
            CompulsoryShare compulsory,
            List<Finding> findings,
            LimitBook book,
            GroupContext group,
            Workings workings) {
        this.claim = claim;
        this.line = line;
        this.figures = new Figures(line, compulsory, workings);
        this.holding = Conditions.holding(line, compulsory, claim.claim().provider(), claim.rights(), findings, group);
        this.book = book;
        this.equipment = Equipment.isPart(line) ? group.equipment() : null;
        this.workings = workings;
        this.paid = new PaidSoFar(line);
        this.duty = new ResponsibleDuty(
                line,
                figures,
                new LegalFrame(line, figures, compulsory, group, workings),
                new LegalPeriod(claim.rights(), line.line(), line.lineage(), book, workings),
                equipment,
                paid);
        this.optam = new AtOptamDoctor(claim.rights(), line, compulsory, workings);
        this.keptBack = nothing();
    }

    /** Nothing is paid where rules chose variants that exclude each other: the line is referred, naming both. */
    ContractPayments pay() {
        List<Condition> contradiction = Conditions.contradiction(holding);
        if (contradiction != null) {
            doubt(
                    "variants-contradict",
                    Map.of(
                            "first", contradiction.get(0).word(),
                            "second", contradiction.get(1).word()));
            return this;
        }
        line.covers().forEach(this::pay);
        if (line.facts().guaranteeLines() > 0
                && line.facts().leftToPerson().isEmpty()
                && shares.stream().allMatch(share -> share.line() == null)) {
            doubt("no-line-applies", Map.of("act", line.line().act().toString()));
        }
        if (line.contradictsClass()) {
            doubt("class-contradicted", Map.of("act", line.line().act().toString()));
        }
        if (line.contradictsLens()) {
            doubt("lens-contradicted", Map.of("act", line.line().act().toString()));
        }
        duty.settled(keptBack);
        return this;
    }

    List<Shares.ContractShare> shares() {
        return shares;
    }

    /** What they pay together. */
    Money complementary() {
        return paid.total();
    }

    /** The same, with what lump sums give above the charge. */
    Money paidInAll() {
        Money total = paid.total();
        for (Shares.ContractShare share : shares) {
            Money beyond = share.beyondCharge();
            total = beyond == null ? total : total.plus(beyond);
        }
        return total;
    }

    /** What their deductibles kept and the law did not give back. */
    Money keptBack() {
        return keptBack;
    }

    List<LineDecision.LimitUse> uses() {
        return uses;
    }

    /** What a person must look at. */
    List<Finding> doubts() {
        return Stream.concat(doubts.stream(), duty.findings().stream()).toList();
    }

    /** Whether a limit gave less than a table says. */
    boolean reduced() {
        return reduced || duty.reduced();
    }

    private void pay(Cover cover) {
        if (leavesRefused(cover)) {
            workings.step("refused-left", null, null, "product", cover.table().name());
            nothingFrom(cover);
            return;
        }
        LeftToPerson left =
                cover.left(line.lineage(), line.line().circumstances().illness() != null);
        if (left != null) {
            workings.step(
                    "left-to-a-person", null, null, "product", cover.table().name(), "words", left.words());
            nothingFrom(cover);
            return;
        }
        Set<Condition> own = under(cover);
        List<Guarantee> applying = GuaranteeTable.applying(cover.level(), line.lineage(), own);
        if (applying.size() > 1) {
            doubt(
                    "guarantees-ambiguous",
                    Map.of(
                            "product", cover.table().product(),
                            "first", applying.get(0).line(),
                            "second", applying.get(1).line()));
            nothingFrom(cover);
        } else if (applying.isEmpty()) {
            withoutLine(cover);
        } else {
            pay(cover, applying.get(0), own);
        }
    }

    /** A contract that complements the AMO need not pay what the scheme refuses: its fiche says. */
    private boolean leavesRefused(Cover cover) {
        return line.refusedByScheme() && Boolean.FALSE.equals(cover.table().paysRefused());
    }

    /** The conditions that hold for one contract: those of the line, and whether its networks are the professional's. */
    private Set<Condition> under(Cover cover) {
        Condition network = Conditions.network(cover.table(), claim.claim().provider());
        if (network == null) {
            return holding;
        }
        doubts.add(Weighing.choice(
                line,
                "variant-" + network.word(),
                Map.of("product", cover.table().name()),
                network));
        Set<Condition> own = EnumSet.copyOf(holding);
        own.add(network);
        return own;
    }

    /** What the law makes a contract pay whose table has no line for the care. */
    private void withoutLine(Cover cover) {
        List<LegalPeriod.Room> rooms = duty.rooms(cover);
        EachUnit none = EachUnit.alike(nothing(), figures.quantity());
        Money amount = indemnity(duty.atLeast(cover, duty.atMost(cover, none, null, rooms), rooms));
        SharedTerms shared = shared(cover);
        shared.within(nothing(), null, nothing(), line.line().quantity());
        if (amount.isPositive()) {
            uses.addAll(shared.consume(nothing(), amount));
            doubts.addAll(shared.findings(true));
        }
        record(cover, null, amount, figures.quantity(), null, rooms);
    }

    private SharedTerms shared(Cover cover) {
        return new SharedTerms(claim.rights(), cover, line, figures, book, paid, workings);
    }

    private void pay(Cover cover, Guarantee guarantee, Set<Condition> own) {
        Money atOptam = optam.together(cover, own);
        List<LegalPeriod.Room> rooms = duty.rooms(cover);
        GuaranteePayment payment = new GuaranteePayment(
                cover,
                guarantee,
                line,
                figures,
                new LimitsOfLine(claim.rights(), cover.enrolment(), guarantee, line, equipment, book, workings),
                shared(cover),
                own,
                paid,
                each -> duty.atMost(cover, each, atOptam, rooms),
                workings);
        Money amount = indemnity(duty.atLeast(cover, payment.eachUnit(), rooms));
        payment.settle(amount, duty.wouldBeAtLeast(cover, payment.lawful(), rooms));
        reduced |= payment.reduced();
        uses.addAll(payment.uses());
        doubts.addAll(payment.findings());
        keptBack = keptBack.plus(payment.keptBack());
        record(cover, guarantee, amount, payment.units(amount), payment.beyond(), rooms);
    }

    /** Nobody is paid more than was charged (loi 89-1009, art. 9). */
    private Money indemnity(Money amount) {
        Money left = figures.remainder().minus(paid.total()).orZero();
        if (left.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("indemnity", left, null, "before", amount);
        return left;
    }

    private void nothingFrom(Cover cover) {
        record(cover, null, nothing(), figures.quantity(), null, List.of());
    }

    private void record(
            Cover cover,
            @Nullable Guarantee guarantee,
            Money amount,
            int units,
            @Nullable Money lumpSum,
            List<LegalPeriod.Room> rooms) {
        uses.addAll(duty.consume(cover, amount, rooms));
        book.settled();
        paid.pays(cover, amount, units);
        if (guarantee != null) {
            workings.step(
                    "contract",
                    amount,
                    guarantee.source(),
                    "product",
                    cover.table().name(),
                    "level",
                    cover.level().label());
        }
        shares.add(new Shares.ContractShare(
                cover.enrolment().id(),
                cover.table().product(),
                cover.level().id(),
                guarantee == null ? null : guarantee.line(),
                guarantee == null ? null : guarantee.wording(),
                amount,
                lumpSum));
    }

    private Money nothing() {
        return Money.zero(line.charge().currency());
    }

    private void doubt(String reason, Map<String, String> parameters) {
        doubts.add(Weighing.doubt(line, reason, parameters));
    }
}
