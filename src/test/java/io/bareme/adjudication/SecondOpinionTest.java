package io.bareme.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.RandomWorlds.World;
import io.bareme.guarantee.Guarantee;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The engine against the slow settlement, through whole lives: {@value #FEW} small worlds here, {@code -Dworlds=1000000}
 * for the long run. A world on which they differ is made as small as it can be before it is told.
 */
class SecondOpinionTest {

    private static final long FEW = 4_000;

    @Test
    void the_engine_and_the_slow_settlement_give_every_line_the_same_shares() {
        long first = Long.getLong("first", 0);
        AtomicLong lines = new AtomicLong();
        AtomicLong paying = new AtomicLong();
        List<Long> differing = LongStream.range(first, first + Long.getLong("worlds", FEW))
                .parallel()
                .filter(seed -> difference(RandomWorlds.world(seed), lines, paying) != null)
                .boxed()
                .toList();
        List<String> smallest = differing.stream()
                .limit(20)
                .map(seed -> told(smallest(RandomWorlds.world(seed))))
                .sorted(Comparator.comparing(String::length))
                .toList();

        assertThat(smallest)
                .as("%s worlds differ, first %s", differing.size(), differing)
                .isEmpty();
        System.out.println(lines + " invented lines agree, " + paying + " of them paid by a contract");
        assertThat(paying.get()).as("lines that a contract pays").isGreaterThan(lines.get() / 3);
    }

    /** Null when they agree on every claim of the world. */
    private static @Nullable String difference(World world, AtomicLong lines, AtomicLong paying) {
        Edition edition = world.edition();
        SlowSettlement slow = new SlowSettlement(edition, world.rights(), new SlowBooks());
        Map<String, Consumption.Counter> counters = new HashMap<>();
        for (Claim claim : world.claims()) {
            Decision decision = Adjudicator.decide(claim.resolve(world.rights(), new Consumption(counters), edition));
            Map<Integer, SlowSettlement.Settled> settled = slow.settle(claim);
            for (LineDecision line : decision.lines()) {
                List<BigDecimal> engine = figures(line.shares());
                List<BigDecimal> second = figures(settled.get(line.number()));
                if (!engine.equals(second)) {
                    return "line " + line.number() + " of the claim of "
                            + claim.lines().getFirst().date()
                            + "\n  legal, penalty, participation, franchise, local, C2S, contracts…, member\n  engine "
                            + engine + "\n  slow   " + second + "\n  findings " + line.findings();
                }
                lines.incrementAndGet();
                paying.addAndGet(line.shares().complementary().isPositive() ? 1 : 0);
            }
            record(counters, decision);
        }
        return null;
    }

    private static List<BigDecimal> figures(Shares shares) {
        List<BigDecimal> figures = new ArrayList<>(List.of(
                shares.compulsory().amount(),
                shares.pathwayPenalty().amount(),
                shares.participation().amount(),
                shares.franchise().amount(),
                shares.localScheme().amount(),
                shares.solidarity().amount()));
        shares.contracts().forEach(contract -> figures.add(contract.amount().amount()));
        figures.add(shares.member().total().amount());
        return figures;
    }

    private static List<BigDecimal> figures(SlowSettlement.Settled settled) {
        SlowCompulsory.Share share = settled.compulsory();
        List<BigDecimal> figures = new ArrayList<>(List.of(
                share.legal(),
                share.penalty(),
                share.participation(),
                share.franchise(),
                share.local(),
                share.solidarity()));
        figures.addAll(settled.contracts());
        figures.add(settled.member());
        return figures.stream().map(SlowRegulation::cents).toList();
    }

    static void record(Map<String, Consumption.Counter> counters, Decision decision) {
        for (Decision.Movement moved : decision.movements()) {
            Currency currency = moved.amount().currency();
            Consumption.Counter before = new Consumption(counters).of(moved.key(), currency);
            Money used = before.used().plus(moved.amount());
            counters.put(
                    moved.key(), new Consumption.Counter(used, before.count() + moved.count(), before.version() + 1));
        }
    }

    /** Claims, lines, contracts and cells are left out one by one as long as the two still differ. */
    private static World smallest(World world) {
        for (World smaller : smaller(world)) {
            if (differs(smaller)) {
                return smallest(smaller);
            }
        }
        return world;
    }

    private static boolean differs(World world) {
        try {
            return difference(world, new AtomicLong(), new AtomicLong()) != null;
        } catch (RuntimeException broken) {
            return false;
        }
    }

    private static List<World> smaller(World world) {
        List<World> smaller = new ArrayList<>();
        for (Claim claim : world.claims()) {
            if (world.claims().size() > 1) {
                smaller.add(with(world, without(world.claims(), claim)));
            }
            for (CareLine line : claim.lines()) {
                if (claim.lines().size() > 1) {
                    List<Claim> claims = new ArrayList<>(world.claims());
                    claims.set(claims.indexOf(claim), SmallEdition.with(claim, without(claim.lines(), line)));
                    smaller.add(with(world, claims));
                }
            }
        }
        for (RandomWorlds.Product product : world.products()) {
            if (world.products().size() > 1) {
                smaller.add(without(world, product));
            }
            if (!product.limits().isEmpty() || !product.deductibles().isEmpty()) {
                List<RandomWorlds.Product> products = new ArrayList<>(world.products());
                products.set(products.indexOf(product), product.withoutSharedTerms());
                smaller.add(new World(world.seed(), world.rights(), products, world.claims()));
            }
            for (var cell : product.cells()) {
                List<RandomWorlds.Product> products = new ArrayList<>(world.products());
                products.set(products.indexOf(product), product.with(withoutFamily(product.cells(), cell)));
                smaller.add(new World(world.seed(), world.rights(), products, world.claims()));
            }
        }
        return smaller;
    }

    private static World with(World world, List<Claim> claims) {
        return new World(world.seed(), world.rights(), world.products(), claims);
    }

    private static World without(World world, RandomWorlds.Product product) {
        Rights all = world.rights();
        List<Enrolment> enrolments = all.enrolments().stream()
                .filter(enrolment -> !enrolment.product().equals(product.id()))
                .toList();
        Rights rights =
                new Rights(all.person(), all.household(), all.born(), all.scheme(), all.exemptions(), enrolments);
        return new World(world.seed(), rights, without(world.products(), product), world.claims());
    }

    private static List<Guarantee> withoutFamily(List<Guarantee> cells, Guarantee cell) {
        return cells.stream()
                .filter(other -> !other.families().equals(cell.families()))
                .toList();
    }

    private static <T> List<T> without(List<T> all, T one) {
        return all.stream().filter(other -> other != one).toList();
    }

    private static String told(World world) {
        StringBuilder told = new StringBuilder("world " + world.seed() + ", "
                + difference(world, new AtomicLong(), new AtomicLong()) + "\n" + world.rights());
        for (RandomWorlds.Product product : world.products()) {
            told.append("\n").append(product.id()).append(product.responsible() ? " responsible " : " ");
            told.append(product.kind()).append(product.includesEarlier() ? " including earlier" : "");
            told.append(" ").append(product.limits()).append(product.deductibles());
            product.cells()
                    .forEach(cell ->
                            told.append("\n  ").append(cell.line()).append(": ").append(cell.formula()));
        }
        for (Claim claim : world.claims()) {
            told.append("\n").append(claim.provider().category());
            claim.lines().forEach(line -> told.append("\n  ").append(line));
        }
        return told.toString();
    }
}
