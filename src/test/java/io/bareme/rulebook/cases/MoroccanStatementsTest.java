package io.bareme.rulebook.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Payout;
import io.bareme.adjudication.Payout.Kind;
import io.bareme.adjudication.Shares;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.Editions;
import io.bareme.rulebook.files.Folders;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must be true of the statement of every Moroccan case, whatever it expects. */
class MoroccanStatementsTest {

    private static final Money NOTHING = Money.zero(Currency.MAD);

    private record Line(String id, CareLine asked, LineDecision decided) {}

    private static final List<Line> LINES = lines();

    @Test
    void the_causes_of_what_the_member_bears_add_up_to_it() {
        assertThat(LINES).hasSizeGreaterThan(150).allSatisfy(line -> {
            Money explained = line.decided().steps().stream()
                    .filter(step -> step.code().equals("abatement"))
                    .map(step -> step.amount() == null ? NOTHING : step.amount())
                    .reduce(NOTHING, Money::plus);
            assertThat(explained)
                    .as(line.id())
                    .isEqualTo(line.decided().shares().member().total());
        });
    }

    @Test
    void the_charge_is_what_the_scheme_the_contracts_and_the_member_bear() {
        assertThat(LINES).allSatisfy(line -> {
            Shares shares = line.decided().shares();
            assertThat(shares.compulsory()
                            .plus(shares.complementary())
                            .plus(shares.member().total()))
                    .as(line.id())
                    .isEqualTo(shares.charge());
        });
    }

    @Test
    void what_moves_in_a_file_brings_the_contracts_to_what_they_bear() {
        List<Line> files =
                LINES.stream().filter(line -> line.decided().payout() != null).toList();

        assertThat(files).hasSizeGreaterThan(20).allSatisfy(line -> {
            Payout payout = line.decided().payout();
            Money already = line.asked().given().alreadyPaid();
            Money moved = payout.of(Kind.PAY, Currency.MAD).minus(payout.of(Kind.RECOVER, Currency.MAD));
            assertThat(moved.plus(already == null ? NOTHING : already))
                    .as(line.id())
                    .isEqualTo(line.decided()
                            .shares()
                            .complementary()
                            .plus(line.decided().shares().beyondCharge()));
        });
    }

    private static List<Line> lines() {
        Ready ready = (Ready) Editions.compile(Folders.read(Path.of("rules"), Path.of("guarantee-tables")));
        CaseRunner runner = Editions.runner(ready.edition());
        return ready.cases().stream()
                .filter(worked -> worked.country().equals("MA"))
                .flatMap(worked -> runner.run(worked).decision().lines().stream()
                        .map(line ->
                                new Line(worked.id(), worked.claim().lines().get(line.number() - 1), line)))
                .toList();
    }
}
