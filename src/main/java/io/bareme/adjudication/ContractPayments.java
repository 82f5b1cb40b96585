package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.values.Exact;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each complementary contract pays for one care line, in their order of payment: the cell that applies, read as
 * worded, within its limits, within the legal frame, and never more than is left of the charge.
 */
final class ContractPayments {

    private final ResolvedClaim claim;
    private final ResolvedLine line;
    private final CompulsoryShare compulsory;
    private final Figures figures;
    private final LegalFrame frame;
    private final Set<Condition> holding;
    private final LimitBook book;
    private final @Nullable Equipment equipment;
    private final Workings workings;
    private final List<Shares.ContractShare> shares = new ArrayList<>();
    private final List<LineDecision.LimitUse> uses = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();
    private final Map<Cover, Money> paidBy = new LinkedHashMap<>();
    private Money paid;
    private Money paidResponsibly;
    private Money optam;
    private final LegalPeriod period;
    private List<LegalPeriod.Room> rooms = List.of();
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
        this.compulsory = compulsory;
        this.figures = new Figures(line, compulsory, workings);
        this.frame = new LegalFrame(line, figures, compulsory, group, workings);
        this.holding = Conditions.holding(line, compulsory, claim.claim().provider(), claim.rights(), findings, group);
        this.book = book;
        this.equipment = Equipment.isPart(line) ? group.equipment() : null;
        this.period = new LegalPeriod(claim.rights(), line.line(), line.lineage(), book, workings);
        this.workings = workings;
        this.paid = Money.zero(line.charge().currency());
        this.paidResponsibly = paid;
        this.optam = paid;
        this.keptBack = paid;
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
        frame.settled(paidResponsibly);
        return this;
    }

    List<Shares.ContractShare> shares() {
        return shares;
    }

    /** What they pay together. */
    Money complementary() {
        return paid;
    }

    /** The same, with what lump sums give above the charge. */
    Money paidInAll() {
        Money total = paid;
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
        return doubts;
    }

    /** Whether a limit gave less than a table says. */
    boolean reduced() {
        return reduced;
    }

    private void pay(Cover cover) {
        if (leavesRefused(cover)) {
            workings.step("refused-left", null, null, "product", cover.table().name());
            record(cover, null, nothing());
            return;
        }
        LeftToPerson left =
                cover.left(line.lineage(), line.line().circumstances().illness() != null);
        if (left != null) {
            workings.step(
                    "left-to-a-person", null, null, "product", cover.table().name(), "words", left.words());
            record(cover, null, nothing());
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
            record(cover, null, nothing());
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
        Money amount = indemnity(framed(cover, nothing(), null));
        SharedTerms shared = shared(cover);
        shared.within(nothing(), null, nothing(), line.line().quantity());
        if (amount.isPositive()) {
            uses.addAll(shared.consume(nothing(), amount));
            doubts.addAll(shared.findings(true));
        }
        record(cover, null, amount);
    }

    private SharedTerms shared(Cover cover) {
        return new SharedTerms(claim.rights(), cover, line, figures, book, workings);
    }

    private void pay(Cover cover, Guarantee guarantee, Set<Condition> own) {
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
                new LimitsOfLine(claim.rights(), cover.enrolment(), guarantee, line, equipment, book, workings);
        Entitlement entitlement = new Entitlement(figures, own, limits, workings);
        Exact entitled = entitlement.of(guarantee.formula());
        Money counted = cover.table().includesEarlierContracts() ? earlier(cover) : nothing();
        Money payable = figures.remainder().minus(paid).orZero();
        Money alone = layered(cover, entitled.rounded());
        SharedTerms shared = shared(cover);
        Money within = shared.within(alone, guarantee.line(), payable, entitlement.units());
        Money amount = indemnity(framed(cover, within, optamSoFar(cover, own)));
        boolean paidInFull = amount.equals(payable);
        reduced |= !paidInFull && (limits.reached() || shared.reached());
        uses.addAll(limits.consume(entitled, amount.plus(counted)));
        Money beyond = LumpSum.beyond(guarantee, line, within, amount);
        if (entitlement.unitUnsaid() && (alone.compareTo(payable) < 0 || beyond != null)) {
            doubtUnit(cover, guarantee);
        }
        if (LumpSum.isUnsaid(guarantee, line, within, amount)) {
            doubt("lump-sum-not-said", Map.of("product", cover.table().name(), "wording", guarantee.wording()));
        }
        if (beyond != null) {
            workings.step("lump-sum-beyond", beyond, guarantee.source(), "sum", within, "left", amount);
        }
        uses.addAll(
                beyond == null
                        ? shared.consume(alone.min(payable), amount)
                        : shared.consume(alone, amount.plus(beyond)));
        keptBack = keptBack.plus(shared.keptBack());
        doubts.addAll(limits.findings(line, cover.table().name(), paidInFull));
        doubts.addAll(shared.findings(paidInFull));
        record(cover, guarantee, amount, beyond);
    }

    /** A sum for each of the line's units, or one for all: the two come to different amounts. */
    private void doubtUnit(Cover cover, Guarantee guarantee) {
        doubt(
                "unit-not-said",
                Map.of(
                        "product", cover.table().name(),
                        "poste", guarantee.poste(),
                        "wording", guarantee.wording(),
                        "quantity", String.valueOf(figures.quantity())));
    }

    /**
     * What this contract and the responsible ones before it would pay together at a doctor who signed OPTAM; null when
     * that makes no difference. An amount that includes earlier contracts is that of all of them.
     */
    private @Nullable Money optamSoFar(Cover cover, Set<Condition> holdingHere) {
        Money own = optam(cover, holdingHere);
        if (own != null) {
            optam = cover.table().includesEarlierContracts() ? optam.max(own) : optam.plus(own);
        }
        return own == null ? null : optam;
    }

    /**
     * What the same contract would pay at a doctor who signed OPTAM, limits aside: nothing where its table has no line for
     * one. Null when the line is not without OPTAM, or the table says two things.
     */
    private @Nullable Money optam(Cover cover, Set<Condition> own) {
        if (!cover.table().responsible() || !own.contains(Condition.NON_OPTAM)) {
            return null;
        }
        Set<Condition> signed = EnumSet.copyOf(own);
        signed.remove(Condition.NON_OPTAM);
        signed.add(Condition.OPTAM);
        List<Guarantee> applying = GuaranteeTable.applying(cover.level(), line.lineage(), signed);
        if (applying.isEmpty()) {
            return nothing();
        }
        if (applying.size() > 1) {
            return null;
        }
        Workings aside = workings.aside();
        Figures same = new Figures(line, compulsory, aside);
        LimitBook unused = new LimitBook(Consumption.NONE, line.charge().currency());
        LimitsOfLine limits =
                new LimitsOfLine(claim.rights(), cover.enrolment(), applying.get(0), line, null, unused, aside);
        return new Entitlement(same, signed, limits, aside)
                .of(applying.get(0).formula())
                .rounded();
    }

    /** An option whose amounts include the base takes off what the contracts before it pay. */
    private Money layered(Cover cover, Money amount) {
        Money earlier = earlier(cover);
        if (!cover.table().includesEarlierContracts() || earlier.isZero()) {
            return amount;
        }
        Money net = amount.minus(earlier).orZero();
        workings.step("includes-earlier", net, null, "before", amount, "earlier", earlier);
        return net;
    }

    /** What the contracts pay that an amount may include: an option's own base and what adds to it, else all before it. */
    private Money earlier(Cover cover) {
        Cover base = PaymentOrder.baseOf(cover, line.covers());
        if (base == null) {
            return paid;
        }
        Money earlier = nothing();
        for (Map.Entry<Cover, Money> one : paidBy.entrySet()) {
            boolean own = one.getKey().equals(base) || base.equals(PaymentOrder.baseOf(one.getKey(), line.covers()));
            earlier = own ? earlier.plus(one.getValue()) : earlier;
        }
        return earlier;
    }

    private Money framed(Cover cover, Money amount, @Nullable Money optam) {
        if (!cover.table().responsible()) {
            return amount;
        }
        rooms = period.rooms(cover.enrolment());
        Money framed = frame.apply(amount, paidResponsibly, owesFloor(cover), optam, rooms);
        for (LegalPeriod.Room room : rooms) {
            if (room.tooEarly() && frame.withheld()) {
                reduced = true;
                doubts.add(new Finding.Note(
                        "renewal-early",
                        line.line().number(),
                        "renewal-early",
                        Map.of(
                                "since", String.valueOf(room.other()),
                                "from", String.valueOf(room.from()),
                                "months", String.valueOf(room.months()))));
            }
        }
        LocalDate apart = equipment == null ? null : period.boughtApart(rooms, equipment.days());
        if (apart != null && framed.compareTo(figures.copayment()) > 0) {
            doubt("equipment-bought-apart", Map.of("since", apart.toString()));
        }
        if (LegalPeriod.asksSide(rooms) && frame.withheld()) {
            doubts.add(Weighing.missing(
                    line, "side-missing", Map.of("act", line.line().act().toString()), "part"));
        }
        return framed;
    }

    /** The first responsible contract owes the floor, whatever comes before it and whatever its kind. */
    private boolean owesFloor(Cover cover) {
        return line.covers().stream()
                .filter(other -> other.table().responsible())
                .findFirst()
                .filter(first -> first.equals(cover))
                .isPresent();
    }

    /** Nobody is paid more than was charged (loi 89-1009, art. 9). */
    private Money indemnity(Money amount) {
        Money left = figures.remainder().minus(paid).orZero();
        if (left.compareTo(amount) >= 0) {
            return amount;
        }
        workings.step("indemnity", left, null, "before", amount);
        return left;
    }

    private void record(Cover cover, @Nullable Guarantee guarantee, Money amount) {
        record(cover, guarantee, amount, null);
    }

    private void record(Cover cover, @Nullable Guarantee guarantee, Money amount, @Nullable Money lumpSum) {
        paid = paid.plus(amount);
        paidBy.put(cover, amount);
        book.settled(amount);
        if (cover.table().responsible()) {
            boolean beyondCopayment =
                    amount.isPositive() && paidResponsibly.plus(amount).compareTo(figures.copayment()) > 0;
            uses.addAll(period.consume(cover.enrolment(), rooms, beyondCopayment));
        }
        paidResponsibly = cover.table().responsible() ? paidResponsibly.plus(amount) : paidResponsibly;
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
