package io.bareme.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.RandomWorlds.Product;
import io.bareme.adjudication.RandomWorlds.World;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Guarantee;
import io.bareme.values.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What "Always true" promises, on invented worlds with groups, limits over time and up to three contracts:
 * {@value #FEW} of them here, {@code -Dworlds=1000000} for the long run.
 */
class AlwaysTrueOfWorldsTest {

    private static final long FEW = 600;

    private interface Look {
        void at(World world, Edition edition, Claim claim, Consumption used, Decision decision);
    }

    /** Every claim of every world, in the order of their dates, with what was consumed before it. */
    private static void everywhere(Look look) {
        LongStream.range(0, Long.getLong("worlds", FEW)).parallel().forEach(seed -> {
            World world = RandomWorlds.world(seed);
            Edition edition = world.edition();
            Map<String, Consumption.Counter> counters = new HashMap<>();
            for (Claim claim : world.claims()) {
                Consumption used = new Consumption(counters);
                Decision decision = decide(edition, world, claim, used);
                look.at(world, edition, claim, used, decision);
                SecondOpinionTest.record(counters, decision);
            }
        });
    }

    private static Decision decide(Edition edition, World world, Claim claim, Consumption used) {
        return Adjudicator.decide(claim.resolve(world.rights(), used, edition));
    }

    private static Money complementary(Decision decision) {
        return decision.lines().stream()
                .map(line -> line.shares().complementary())
                .reduce(Money::plus)
                .orElseThrow();
    }

    @Test
    void shares_add_up_none_is_negative_and_no_contract_pays_more_than_was_left() {
        everywhere((world, edition, claim, used, decision) -> {
            for (LineDecision line : decision.lines()) {
                Shares shares = line.shares();
                Money left = shares.charge();
                for (Money share : List.of(shares.compulsoryNet(), shares.localScheme(), shares.solidarity())) {
                    assertThat(share).as("%s", world).isBetween(Money.zero(share.currency()), left);
                    left = left.minus(share);
                }
                for (Shares.ContractShare contract : shares.contracts()) {
                    assertThat(contract.amount()).as("%s", world).isBetween(Money.zero(left.currency()), left);
                    left = left.minus(contract.amount());
                }
                assertThat(shares.member().total()).as("%s", world).isEqualTo(left);
                assertThat(left)
                        .as("participation, franchise and penalty stay with the member or C2S: %s", world)
                        .isGreaterThanOrEqualTo(shares.participation().plus(shares.franchise()));
            }
        });
    }

    @Test
    void over_a_whole_life_no_limit_gives_more_than_it_had() {
        LongStream.range(0, Long.getLong("worlds", FEW)).parallel().forEach(seed -> {
            World world = RandomWorlds.world(seed);
            Edition edition = world.edition();
            Map<String, Consumption.Counter> counters = new HashMap<>();
            Map<String, Money> had = new HashMap<>();
            Map<String, Integer> counted = new HashMap<>();
            for (Claim claim : world.claims()) {
                Decision decision = decide(edition, world, claim, new Consumption(counters));
                decision.lines().stream()
                        .flatMap(line -> line.limits().stream())
                        .forEach(use -> {
                            if (use.remainingBefore() != null) {
                                had.merge(use.key(), use.remainingBefore(), Money::max);
                            }
                            if (use.countBefore() != null) {
                                counted.merge(use.key(), use.countBefore(), Math::max);
                            }
                        });
                SecondOpinionTest.record(counters, decision);
            }
            // Purchases of R871-2 go on over the years; an amount for an equipment is told less its class A parts.
            had.keySet().removeIf(key -> key.contains("/equipment-"));
            counted.keySet().removeIf(key -> key.contains("/css-r871-2/"));
            had.forEach((key, most) -> {
                Money taken = new Consumption(counters).of(key, most.currency()).used();
                assertThat(taken).as("%s in %s", key, world).isLessThanOrEqualTo(most);
            });
            counted.forEach((key, most) -> assertThat(
                            counters.containsKey(key) ? counters.get(key).count() : 0)
                    .as("%s in %s", key, world)
                    .isLessThanOrEqualTo(most));
        });
    }

    /** One line and its earlier consumption: with several lines, what one takes of a limit another no longer has. */
    @Test
    void raising_one_parameter_of_one_guarantee_never_pays_the_member_of_a_line_less() {
        AtomicLong paidMore = new AtomicLong();
        everywhere((world, edition, claim, used, decision) -> {
            World raised = raised(world, new Random(world.seed() + claim.lines().size()));
            if (raised == null) {
                return;
            }
            Edition more = raised.edition();
            for (CareLine line : claim.lines()) {
                boolean lens = line.act().code().startsWith("lens")
                        || line.act().code().startsWith("frame");
                if (!lens) {
                    Claim alone = SmallEdition.with(claim, List.of(line));
                    Money before = complementary(decide(edition, world, alone, used));
                    Money after = complementary(decide(more, raised, alone, used));
                    assertThat(after)
                            .as("%s\nraised %s\n%s", world, raised, line)
                            .isGreaterThanOrEqualTo(before);
                    paidMore.addAndGet(after.compareTo(before));
                }
            }
        });
        assertThat(paidMore.get()).as("raises that paid more").isGreaterThan(FEW / 20);
    }

    @Test
    void raising_one_parameter_never_pays_the_member_less_over_groups_without_limits() {
        AtomicLong more = new AtomicLong();
        everywhere((limited, all, claim, used, decision) -> {
            World world = formulas(limited, AlwaysTrueOfWorldsTest::withoutLimits);
            World raised = raised(world, new Random(world.seed()));
            boolean shared = world.products().size() > 1
                    && claim.lines().stream().anyMatch(line -> line.act().code().startsWith("lens"));
            if (raised != null && !shared) {
                Money before = complementary(decide(world.edition(), world, claim, Consumption.NONE));
                Money after = complementary(decide(raised.edition(), raised, claim, Consumption.NONE));
                assertThat(after).as("%s\nraised %s\n%s", world, raised, claim).isGreaterThanOrEqualTo(before);
                more.addAndGet(after.compareTo(before));
            }
        });
        assertThat(more.get()).as("raises that paid more").isGreaterThan(FEW / 20);
    }

    @Test
    void the_order_of_lines_and_of_findings_does_not_matter() {
        everywhere((world, edition, claim, used, decision) -> {
            List<CareLine> shuffled = new ArrayList<>(claim.lines());
            Collections.shuffle(shuffled, new Random(world.seed()));
            CoverageRules rules = lines -> {
                List<Finding> findings = new ArrayList<>(edition.rules().examine(lines));
                Collections.shuffle(findings, new Random(world.seed()));
                return findings;
            };
            Edition other =
                    new Edition(edition.hash(), edition.regulation(), edition.nomenclature(), edition.tables(), rules);

            Decision again =
                    Adjudicator.decide(SmallEdition.with(claim, shuffled).resolve(world.rights(), used, other));

            assertThat(again).as("%s", world).isEqualTo(decision);
        });
    }

    @Test
    void groups_that_share_no_limit_are_decided_together_as_apart() {
        everywhere((limited, all, claim, used, decision) -> {
            World world = formulas(limited, AlwaysTrueOfWorldsTest::withoutLimits);
            Edition edition = withoutDayCaps(world.edition());
            Decision together = Adjudicator.decide(claim.resolve(world.rights(), Consumption.NONE, edition));
            Map<String, List<CareLine>> groups = new LinkedHashMap<>();
            for (CareLine line : claim.lines()) {
                String word = line.group() == null ? "line " + line.number() : line.group();
                groups.computeIfAbsent(word, key -> new ArrayList<>()).add(line);
            }
            for (List<CareLine> group : groups.values()) {
                Decision apart = Adjudicator.decide(
                        SmallEdition.with(claim, group).resolve(world.rights(), Consumption.NONE, edition));
                for (LineDecision line : apart.lines()) {
                    LineDecision same = together.lines().stream()
                            .filter(other -> other.number() == line.number())
                            .findFirst()
                            .orElseThrow();
                    assertThat(line)
                            .as("%s", world)
                            .usingRecursiveComparison()
                            .ignoringFields("movements") // told of each line only where there are several
                            .isEqualTo(same);
                }
            }
        });
    }

    private static Edition withoutDayCaps(Edition edition) {
        Map<String, io.bareme.regulation.Quantity> quantities =
                new HashMap<>(edition.regulation().quantities());
        quantities.keySet().removeIf(id -> id.endsWith(".day-cap"));
        return new Edition(
                edition.hash(),
                new io.bareme.regulation.Regulation(quantities),
                edition.nomenclature(),
                edition.tables(),
                edition.rules());
    }

    private static World formulas(World world, UnaryOperator<Formula> change) {
        List<Product> products = world.products().stream()
                .map(product -> product.withoutSharedTerms()
                        .with(product.cells().stream()
                                .map(cell -> with(cell, change.apply(cell.formula())))
                                .toList()))
                .toList();
        return new World(world.seed(), world.rights(), products, world.claims());
    }

    private static Formula withoutLimits(Formula formula) {
        return switch (formula) {
            case Formula.Limited limited -> withoutLimits(limited.formula());
            case Formula.Capped capped ->
                new Formula.Capped(withoutLimits(capped.formula()), capped.cap(), capped.reading());
            case Formula.Sum sum ->
                new Formula.Sum(sum.parts().stream()
                        .map(AlwaysTrueOfWorldsTest::withoutLimits)
                        .toList());
            case Formula.Floored floored -> floored;
            case Formula.PerUnit each -> each;
            case Formula.ByCase choice -> choice;
            case Formula.Term term -> term;
            case Formula.FullCover full -> full;
            case Formula.Nothing nothing -> nothing;
        };
    }

    /** The world with one parameter of one cell of one contract raised; null when the cell drawn has none. */
    private static @org.jspecify.annotations.Nullable World raised(World world, Random random) {
        Product product = world.products().get(random.nextInt(world.products().size()));
        if (product.cells().isEmpty()) {
            return null;
        }
        Guarantee cell = product.cells().get(random.nextInt(product.cells().size()));
        List<Formula> more = new Raised(random).of(cell.formula());
        if (more.isEmpty()) {
            return null;
        }
        List<Guarantee> cells = new ArrayList<>(product.cells());
        cells.set(cells.indexOf(cell), with(cell, more.get(random.nextInt(more.size()))));
        List<Product> products = new ArrayList<>(world.products());
        products.set(products.indexOf(product), product.with(cells));
        return new World(world.seed(), world.rights(), products, world.claims());
    }

    private static Guarantee with(Guarantee cell, Formula formula) {
        return new Guarantee(
                cell.line(),
                cell.section(),
                cell.poste(),
                cell.families(),
                cell.conditions(),
                cell.wording(),
                formula,
                cell.source());
    }
}
