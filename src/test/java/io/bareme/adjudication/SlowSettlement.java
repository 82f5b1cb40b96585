package io.bareme.adjudication;

import static io.bareme.adjudication.SlowRegulation.cents;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Condition;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.Reading;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole claim settled slowly and plainly: the second opinion on the engine. It reads the same claims, rights and
 * tables and shares no computation with it: decimals, lists, and the texts of the law.
 */
final class SlowSettlement {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    private final SlowRegulation regulation;
    private final Rights rights;
    private final SlowBooks books;

    SlowSettlement(Edition edition, Rights rights, SlowBooks books) {
        this.regulation = new SlowRegulation(edition);
        this.rights = rights;
        this.books = books;
    }

    /** What each bears of one line: the compulsory side, each open contract in its order, and the member the rest. */
    record Settled(SlowCompulsory.Share compulsory, List<BigDecimal> contracts, BigDecimal member) {}

    /** By the line's number. What is paid is written into the books. */
    Map<Integer, Settled> settle(Claim claim) {
        SlowCompulsory scheme = new SlowCompulsory(regulation, rights);
        Map<Integer, Settled> settled = new TreeMap<>();
        for (List<SlowLine> group : groups(claim)) {
            Map<SlowLine, SlowCompulsory.Share> shares = new IdentityHashMap<>();
            group.forEach(line -> shares.put(line, scheme.of(line, group)));
            Map<SlowLine, BigDecimal> responsibly = new IdentityHashMap<>();
            Map<SlowLine, BigDecimal> kept = new IdentityHashMap<>();
            Set<SlowFrame.Promise> beyondCopayment = new HashSet<>();
            for (SlowLine line : group) {
                SlowFrame frame =
                        new SlowFrame(regulation, rights, line, group, shares, responsibly, kept, beyondCopayment);
                settled.put(line.number(), new Payment(line, shares.get(line), frame).settle());
                responsibly.put(line, lastResponsibly.add(lastKept));
                kept.put(line, lastKept);
            }
        }
        return settled;
    }

    private BigDecimal lastResponsibly = NONE;
    private BigDecimal lastKept = NONE;

    private static String group(Claim claim, CareLine care) {
        String word = care.group();
        return word == null
                ? ""
                : claim.lines().stream()
                        .filter(line -> word.equals(line.group()))
                        .map(CareLine::date)
                        .min(Comparator.naturalOrder())
                        .map(day -> word + " from " + day)
                        .orElse(word);
    }

    /** In the order in which care was given; a daily charge after what it is imputed on. */
    private List<List<SlowLine>> groups(Claim claim) {
        List<SlowLine> lines = new ArrayList<>();
        for (CareLine care : claim.lines()) {
            Act act = regulation.edition().nomenclature().acts().get(care.act());
            lines.add(new SlowLine(
                    care,
                    act,
                    regulation.families(act),
                    regulation.base(care, act, claim.provider()),
                    claim.provider(),
                    group(claim, care)));
        }
        lines.sort(Comparator.comparing((SlowLine line) -> line.kind() == CareKind.DAILY_CHARGE)
                .thenComparing(SlowLine::day)
                .thenComparing(SlowLine::number));
        List<List<SlowLine>> groups = new ArrayList<>();
        for (SlowLine line : lines) {
            List<SlowLine> own = groups.stream()
                    .filter(group ->
                            !line.group().isEmpty() && group.getFirst().group().equals(line.group()))
                    .findFirst()
                    .orElse(null);
            if (own == null) {
                own = new ArrayList<>();
                groups.add(own);
            }
            own.add(line);
        }
        return groups;
    }

    /** One line being paid by its contracts, one after the other. */
    private final class Payment {
        private final SlowLine line;
        private final SlowCompulsory.Share compulsory;
        private final SlowFrame frame;
        private final List<BigDecimal> contracts = new ArrayList<>();
        private final List<SlowEntitlement.Earlier> earlier = new ArrayList<>();
        private BigDecimal paid = NONE;
        private BigDecimal responsibly = NONE;
        private BigDecimal optam = NONE;
        private BigDecimal kept = NONE;
        /** Until a responsible contract has come: the first of them owes it, whatever its kind. */
        private boolean floorIsOwed = true;

        private final List<String> responsibleBefore = new ArrayList<>();

        private Payment(SlowLine line, SlowCompulsory.Share compulsory, SlowFrame frame) {
            this.line = line;
            this.compulsory = compulsory;
            this.frame = frame;
        }

        private Settled settle() {
            for (int rank = 0; rank < 3; rank++) {
                for (Enrolment enrolment : rights.enrolments()) {
                    GuaranteeTable table = regulation
                            .edition()
                            .tables()
                            .get(enrolment.product())
                            .getLast();
                    if (enrolment.cover().contains(line.day()) && rank(table) == rank) {
                        pay(enrolment, table);
                    }
                }
            }
            lastResponsibly = responsibly;
            lastKept = kept;
            BigDecimal member = line.charge()
                    .subtract(compulsory.net())
                    .subtract(compulsory.others())
                    .subtract(paid);
            return new Settled(compulsory, contracts, member);
        }

        /** Base contracts first, then options, then surcomplémentaires; within each as the person holds them. */
        private static int rank(GuaranteeTable table) {
            return switch (table.kind()) {
                case COMPLEMENTARY, AMC, DIM -> 0;
                case OPTION -> 1;
                case SURCOMPLEMENTARY -> 2;
            };
        }

        private BigDecimal remainder() {
            return line.charge()
                    .subtract(compulsory.legal())
                    .subtract(compulsory.beside())
                    .max(NONE);
        }

        private void pay(Enrolment enrolment, GuaranteeTable table) {
            Set<Condition> holding = line.holding(rights);
            Guarantee cell = cell(table, enrolment, holding);
            Map<Limit, SlowEntitlement.Used> used = used(enrolment, cell);
            SlowEntitlement.Line seen =
                    seen(holding, used).after(table.includesEarlierContracts() ? List.of() : earlier);
            BigDecimal entitled = cell == null ? NONE : SlowEntitlement.entitled(cell.formula(), seen);
            BigDecimal before = table.includesEarlierContracts() ? paid : NONE;
            BigDecimal amount = cents(entitled).subtract(before).max(NONE);
            GuaranteeTable.Level level = table.levels().get(enrolment.level());
            SlowSharedTerms shared = new SlowSharedTerms(books, rights, enrolment, level, line, cell);
            if (table.responsible()) {
                frame.promises(enrolment.id(), amount);
            }
            int units = cell == null ? line.quantity() : SlowEntitlement.unitsPaid(cell.formula(), seen);
            SlowEachUnit each =
                    cell == null ? SlowEachUnit.alike(line.quantity()) : SlowEntitlement.eachUnit(cell.formula(), seen);
            BigDecimal floor = table.responsible() ? floor(enrolment) : NONE;
            boolean first = table.responsible() && responsibly.signum() == 0;
            SlowEachUnit bounds = first && frame.boundsEachUnit() ? each : SlowEachUnit.alike(line.quantity());
            if (table.responsible()) {
                amount = bounded(enrolment, table, amount, bounds);
                floorIsOwed = false;
                responsibleBefore.add(enrolment.id());
            }
            BigDecimal most = remainder().subtract(paid).max(NONE);
            BigDecimal would = bounds.atLeast(floor, amount).min(most);
            amount = shared.within(amount.min(most), units);
            BigDecimal within = amount;
            amount = bounds.atLeast(floor, amount).min(most);
            if (cell != null) {
                consume(enrolment, cell, seen, entitled, amount.add(before));
            }
            kept = kept.add(shared.consume(would, amount));
            boolean beyond = responsibly.add(amount).compareTo(frame.copayment()) > 0;
            if (table.responsible() && !early(enrolment)) {
                frame.buys(books, enrolment.id(), amount.signum() > 0 && beyond);
            }
            contracts.add(amount);
            boolean byLaw = units == 0 || amount.compareTo(within) > 0;
            earlier.add(new SlowEntitlement.Earlier(amount, byLaw ? line.quantity() : units));
            paid = paid.add(amount);
            responsibly = table.responsible() ? responsibly.add(amount) : responsibly;
        }

        private BigDecimal bounded(Enrolment enrolment, GuaranteeTable table, BigDecimal amount, SlowEachUnit each) {
            Set<Condition> signed = line.holding(rights);
            if (signed.remove(Condition.NON_OPTAM)) {
                signed.add(Condition.OPTAM);
            }
            Guarantee there = cell(table, enrolment, signed);
            BigDecimal promised = there == null ? NONE : promised(there.formula(), seen(signed, Map.of()));
            optam = table.includesEarlierContracts() ? optam.max(promised) : optam.add(promised);
            BigDecimal within = amount;
            BigDecimal most = frame.most(optam);
            if (most != null) {
                within = each.atMost(most.subtract(responsibly).max(NONE), within);
            }
            return early(enrolment)
                    ? within.min(frame.copayment().subtract(responsibly).max(NONE))
                    : within;
        }

        private static BigDecimal promised(Formula formula, SlowEntitlement.Line seen) {
            return SlowEntitlement.eachUnit(formula, seen)
                    .ifAllWereCovered(cents(SlowEntitlement.entitled(formula, seen)));
        }

        private BigDecimal floor(Enrolment enrolment) {
            boolean early = early(enrolment);
            BigDecimal first = !floorIsOwed ? NONE : early ? frame.copayment() : frame.floor();
            boolean owesMinimum = !early
                    && frame.promisedBeyondCopayment(enrolment.id())
                    && responsibleBefore.stream().noneMatch(frame::promisedBeyondCopayment);
            return owesMinimum ? first.max(frame.minimum().subtract(responsibly).max(NONE)) : first;
        }

        private boolean early(Enrolment enrolment) {
            String part = frame.bought();
            return !part.isEmpty()
                    && books.boughtAround(enrolment.id(), part, line.day(), frame.months())
                            >= (part.equals("lens") ? 2 : 1);
        }

        private SlowEntitlement.Line seen(Set<Condition> holding, Map<Limit, SlowEntitlement.Used> used) {
            Map<Basis, BigDecimal> bases = new EnumMap<>(Basis.class);
            BigDecimal base = line.base().whole();
            bases.put(Basis.CHARGE, line.charge());
            boolean refused = line.care().circumstances().refusedByCompulsory();
            bases.put(Basis.BASE, refused ? NONE : base);
            bases.put(Basis.CONVENTION_TARIFF, refused ? NONE : base);
            bases.put(Basis.NATIONAL_TARIFF, base);
            bases.put(Basis.RECONSTRUCTED_BASE, base);
            bases.put(Basis.COPAYMENT, frame.copayment());
            bases.put(Basis.REMAINDER, remainder());
            bases.put(Basis.OVERRUN, line.charge().subtract(base).max(NONE));
            find(bases, Basis.PMSS, "fr.pmss");
            if (line.act() != null) {
                String price = "fr.price-ceiling." + line.act().code().code().toLowerCase(Locale.ROOT);
                find(bases, Basis.PRICE_CEILING, price);
                bases.computeIfPresent(
                        Basis.PRICE_CEILING, (basis, each) -> each.multiply(BigDecimal.valueOf(line.quantity())));
            }
            return new SlowEntitlement.Line(
                    line.charge(),
                    compulsory.legal(),
                    compulsory.beside(),
                    refused ? compulsory.fictive() : null,
                    line.quantity(),
                    bases,
                    holding,
                    used);
        }

        private void find(Map<Basis, BigDecimal> bases, Basis basis, String id) {
            BigDecimal value = regulation.find(id, "", line.day());
            if (value != null) {
                bases.put(basis, value);
            }
        }

        private @Nullable Guarantee cell(GuaranteeTable table, Enrolment enrolment, Set<Condition> holding) {
            List<Guarantee> cells = table.levels().get(enrolment.level()).guarantees();
            for (String family : line.families()) {
                List<Guarantee> there = cells.stream()
                        .filter(cell -> cell.families().contains(family) && holding.containsAll(cell.conditions()))
                        .sorted(Comparator.comparing(
                                (Guarantee cell) -> -cell.conditions().size()))
                        .toList();
                if (!there.isEmpty()) {
                    return there.getFirst();
                }
            }
            return null;
        }

        private Map<Limit, SlowEntitlement.Used> used(Enrolment enrolment, @Nullable Guarantee cell) {
            Map<Limit, SlowEntitlement.Used> used = new HashMap<>();
            if (cell != null) {
                List<Limit> limits = limits(cell.formula());
                for (int i = 0; i < limits.size(); i++) {
                    used.put(limits.get(i), used(account(enrolment, cell, i, limits.get(i)), limits.get(i), enrolment));
                }
            }
            return used;
        }

        /** Class B parts find an amount on the whole equipment less what its class A parts cost (R871-2 3°). */
        private SlowEntitlement.Used used(SlowBooks.Account account, Limit limit, Enrolment enrolment) {
            SlowEntitlement.Used used = books.used(account, limit, line.day(), line.group(), enrolment.since());
            boolean lessClassA = limit.period() instanceof Period.Equipment && frame.isClassBOfSpectacles();
            return lessClassA
                    ? new SlowEntitlement.Used(
                            books.usedOutsideClassA(account, line.group()).add(frame.classACost()), used.units())
                    : used;
        }

        /** Payment goes first to what no limit holds; the rest was paid under the limits. */
        private void consume(
                Enrolment enrolment, Guarantee cell, SlowEntitlement.Line seen, BigDecimal entitled, BigDecimal total) {
            Formula.Limited limited = limited(cell.formula());
            if (limited == null) {
                return;
            }
            BigDecimal within = SlowEntitlement.within(limited, SlowEntitlement.seenByLimited(cell.formula(), seen));
            BigDecimal unlimited = entitled.subtract(within).max(NONE);
            BigDecimal under = cents(total.subtract(unlimited).max(NONE).min(within));
            int units = under.signum() > 0 ? SlowEntitlement.unitsWithin(limited, seen) : 0;
            for (int i = 0; i < limited.limits().size(); i++) {
                Limit limit = limited.limits().get(i);
                SlowBooks.Account account = account(enrolment, cell, i, limit);
                switch (limit) {
                    case Limit.AmountLimit money -> books.paid(account, line, taken(money, under, seen), 0);
                    case Limit.CountLimit count -> books.paid(account, line, NONE, units);
                }
            }
        }

        /**
         * What a payment takes of a limit. Of an amount on a whole equipment, class B parts take no more than its class A
         * parts leave them, whatever the scheme gives for them: in whatever order they are billed, class A is served.
         */
        private BigDecimal taken(Limit.AmountLimit limit, BigDecimal under, SlowEntitlement.Line seen) {
            BigDecimal taken = under.add(counted(limit));
            if (!(limit.period() instanceof Period.Equipment) || !frame.isClassBOfSpectacles()) {
                return taken;
            }
            BigDecimal left = cents(SlowEntitlement.worth(limit.amount(), seen, 1))
                    .subtract(seen.used()
                            .getOrDefault(limit, SlowEntitlement.Used.NOTHING)
                            .amount());
            return taken.min(left.max(under));
        }

        /** A limit "AMO incluse" counts what the compulsory scheme and the other payers gave. */
        private BigDecimal counted(Limit.AmountLimit limit) {
            return limit.reading() == Reading.INCLUDING_COMPULSORY
                    ? compulsory.legal().add(compulsory.beside())
                    : NONE;
        }

        private SlowBooks.Account account(Enrolment enrolment, Guarantee cell, int index, Limit limit) {
            String part = String.valueOf(line.care().circumstances().part());
            String subject = switch (limit.scope()) {
                case BENEFICIARY -> rights.person();
                case FAMILY -> "family";
                case EYE, EAR, TOOTH, PAIR -> rights.person() + part;
            };
            return new SlowBooks.Account(enrolment.id(), cell.line(), index, subject);
        }
    }

    /** The one limited part of a formula; null when it has none. */
    private static Formula.@Nullable Limited limited(Formula formula) {
        return switch (formula) {
            case Formula.Limited limited -> limited;
            case Formula.Capped capped -> limited(capped.formula());
            case Formula.Floored floored -> limited(floored.formula());
            case Formula.PerUnit each -> limited(each.formula());
            case Formula.Sum sum -> {
                Formula.Limited found = null;
                for (Formula part : sum.parts()) {
                    found = found == null ? limited(part) : found;
                }
                yield found;
            }
            case Formula.ByCase choice -> null;
            case Formula.Term term -> null;
            case Formula.FullCover full -> null;
            case Formula.Nothing nothing -> null;
        };
    }

    private static List<Limit> limits(Formula formula) {
        Formula.Limited limited = limited(formula);
        return limited == null ? List.of() : limited.limits();
    }
}
