package io.bareme.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Owed.Payee;
import io.bareme.adjudication.Payout.Kind;
import io.bareme.adjudication.Payout.Party;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Regulation;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moves now, whatever was paid before, is always what brings the contracts to what they bear. */
class DossierPayoutTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 3);

    @Property(tries = 1000)
    void what_is_paid_less_what_comes_back_more_what_was_paid_is_what_the_contracts_bear(
            @ForAll Dossier dossier,
            @ForAll boolean thirdParty,
            @ForAll @IntRange(max = 100_000) int charge,
            @ForAll @IntRange(max = 100) int borneShare,
            @ForAll @IntRange(max = 100) int alreadyShare,
            @ForAll @IntRange(max = 200) int claimedShare) {
        Money borne = money((long) charge * borneShare / 100);
        Money already = money((long) charge * alreadyShare / 100);
        Money claimed = money((long) charge * claimedShare / 100);

        Payout payout = payout(dossier, thirdParty, money(charge), borne, already, claimed)
                .of(money(charge), "above-contract");

        assertThat(total(payout, Kind.PAY).plus(already).minus(total(payout, Kind.RECOVER)))
                .isEqualTo(borne);
        if (dossier == Dossier.ONE_STOP) {
            assertThat(payout.of(Kind.PAY, Party.SCHEME, Currency.MAD).plus(total(payout, Kind.CONTEST)))
                    .isEqualTo(claimed);
        }
    }

    @Test
    void what_was_advanced_for_the_scheme_comes_back_from_whom_the_scheme_pays() {
        Payout toMember = payout(Dossier.FULL_ADVANCE, false, money(300), money(195), money(0), money(0))
                .of(money(300), "");
        Payout toProfessional = payout(Dossier.FULL_ADVANCE, true, money(300), money(195), money(0), money(0))
                .of(money(300), "");

        assertThat(toMember.of(Kind.RECOVER, Party.MEMBER, Currency.MAD)).isEqualTo(money(105));
        assertThat(toProfessional.of(Kind.RECOVER, Party.SCHEME, Currency.MAD)).isEqualTo(money(105));
    }

    @Test
    void what_an_earlier_file_paid_is_counted_once_on_its_limit() {
        Consumption before = new Consumption(Map.of("limit", new Consumption.Counter(money(500), 2, 7)));
        LimitBook book = new LimitBook(before, Currency.MAD);

        book.alreadyPaid(paid(195, 1));

        assertThat(book.used("limit")).isEqualTo(money(305));
        assertThat(book.count("limit")).isEqualTo(1);
        book.take("limit", money(180), 1);
        book.settled();
        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(-15), 0, 7));
    }

    @Test
    void two_lines_never_get_back_more_than_their_limit_had_counted() {
        Consumption before = new Consumption(Map.of("limit", new Consumption.Counter(money(100), 1, 7)));
        LimitBook book = new LimitBook(before, Currency.MAD);

        for (int line = 0; line < 2; line++) {
            book.alreadyPaid(paid(100, 1));
            book.take("limit", money(100), 1);
            book.settled();
        }

        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(100), 1, 7));
    }

    @Test
    void a_line_that_takes_in_parts_gets_back_once_what_was_paid_for_it() {
        Consumption before = new Consumption(Map.of("limit", new Consumption.Counter(money(500), 5, 7)));
        LimitBook book = new LimitBook(before, Currency.MAD);

        book.alreadyPaid(paid(100, 2));
        book.take("limit", money(60), 1);
        book.take("limit", money(60), 1);

        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(20), 0, 7));
    }

    @Test
    void what_other_care_took_or_reserved_is_not_given_back() {
        Consumption before = new Consumption(
                Map.of("limit", new Consumption.Counter(money(500), 3, 7)),
                Map.of(1, Map.of("limit", new Consumption.Taken(money(50), 1))));
        LimitBook book = new LimitBook(before, Currency.MAD);

        book.alreadyPaid(paid(100, 2));
        book.take("limit", money(0), 0);

        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(-50), -1, 7));
    }

    /** 100 was paid, 60 by one contract and 40 by the other; each limit counts what its own contract paid. */
    @ParameterizedTest
    @CsvSource({
        "60, 40, 100, 0, 0",
        "60, 0, 100, 0, -40",
        "0, 0, 100, -60, -40",
        "80, 40, 100, 20, 0",
        "60, 40, 60, 0, 40"
    })
    void of_two_contracts_each_gives_back_what_it_had_paid(int first, int second, int paid, int one, int other) {
        Consumption before = new Consumption(
                Map.of(
                        "E1", new Consumption.Counter(money(500), 5, 7),
                        "E2", new Consumption.Counter(money(500), 5, 7)),
                Map.of(
                        1,
                        Map.of("E1", new Consumption.Taken(money(60), 1), "E2", new Consumption.Taken(money(40), 1))));
        LimitBook book = new LimitBook(before, Currency.MAD);

        book.alreadyPaid(paid(paid, 1));
        book.take("E1", money(first), 0);
        book.settled();
        book.take("E2", money(second), 0);
        book.settled();
        book.lineSettled(paid(paid, 1));

        Map<String, Decision.Movement> taken = book.taken();
        assertThat(taken.containsKey("E1") ? taken.get("E1").amount() : money(0))
                .isEqualTo(money(one));
        assertThat(taken.containsKey("E2") ? taken.get("E2").amount() : money(0))
                .isEqualTo(money(other));
    }

    @Test
    void what_is_no_longer_paid_is_free_again_though_nothing_is_taken_there() {
        Consumption before = new Consumption(
                Map.of("limit", new Consumption.Counter(money(500), 5, 7)),
                Map.of(1, Map.of("limit", new Consumption.Taken(money(300), 1))));
        LimitBook book = new LimitBook(before, Currency.MAD);

        book.alreadyPaid(paid(300, 1));
        book.lineSettled(paid(300, 1));

        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(-300), -1, 7));
    }

    @Property(tries = 1000)
    void what_contracts_owe_is_what_moves_whoever_is_paid(
            @ForAll Dossier dossier,
            @ForAll boolean thirdParty,
            @ForAll @IntRange(max = 100_000) int charge,
            @ForAll @IntRange(max = 100) int borneShare,
            @ForAll @IntRange(max = 100) int firstShare,
            @ForAll @IntRange(max = 100) int alreadyShare,
            @ForAll @IntRange(max = 200) int claimedShare) {
        Money borne = money((long) charge * borneShare / 100);
        Money first = money(borne.cents() * firstShare / 100);
        Money already = money((long) charge * alreadyShare / 100);
        Money claimed = money((long) charge * claimedShare / 100);
        Payout payout = payout(dossier, thirdParty, money(charge), borne, already, claimed)
                .of(money(charge), "above-contract");
        Payee payee = thirdParty ? Payee.PROVIDER : Payee.MEMBER;
        CareLine line = line(money(charge), already, claimed);

        List<Owed> two =
                List.of(new Owed("E1", "p", "l", payee, first), new Owed("E2", "p", "l", payee, borne.minus(first)));

        for (List<Owed> shares : List.of(List.of(new Owed("E1", "p", "l", payee, borne)), two)) {
            List<Owed> owed = OwedOfFile.of(shares, dossier, line, payout, payee);
            for (Payee one : Payee.values()) {
                assertThat(owedTo(owed, one)).as(one.name()).isEqualTo(net(dossier, payout, party(one)));
            }
        }
    }

    /** What was paid in advance, less what comes back of it, is what contracts bear, whoever is paid. */
    @Property(tries = 1000)
    void what_two_files_owe_together_is_what_the_contracts_bear_in_the_end(
            @ForAll boolean full,
            @ForAll boolean thirdParty,
            @ForAll @IntRange(max = 100_000) int charge,
            @ForAll @IntRange(max = 100) int expectedShare,
            @ForAll @IntRange(max = 100) int statedShare) {
        Money expected = money(charge - (long) charge * expectedShare / 100);
        Money stated = money(charge - (long) charge * statedShare / 100);
        Payee payee = thirdParty ? Payee.PROVIDER : Payee.MEMBER;
        Dossier anticipation = full ? Dossier.FULL_ADVANCE : Dossier.ESTIMATED_COMPLEMENT;
        Payout first = payout(anticipation, thirdParty, money(charge), expected, money(0), money(0))
                .of(money(charge), "");
        Payout second = payout(Dossier.REMAINDER, thirdParty, money(charge), stated, total(first, Kind.PAY), money(0))
                .of(money(0), "");

        Money together = owed(anticipation, charge, expected, money(0), first, payee)
                .plus(owed(Dossier.REMAINDER, charge, stated, total(first, Kind.PAY), second, payee));

        assertThat(together).isEqualTo(stated);
    }

    private static Money owed(Dossier dossier, long charge, Money borne, Money already, Payout payout, Payee payee) {
        CareLine line = line(money(charge), already, money(0));
        return OwedOfFile.of(List.of(new Owed("E1", "p", "l", payee, borne)), dossier, line, payout, payee).stream()
                .map(Owed::amount)
                .reduce(money(0), Money::plus);
    }

    @Test
    void where_the_professional_had_the_whole_charge_the_scheme_gives_its_share_back() {
        CareLine line = new CareLine(
                1,
                new ActCode(CodeSystem.NGAP_MA, "Cs"),
                DAY,
                1,
                null,
                money(300),
                new CareLine.Given(null, money(100), null, money(300), null),
                CareLine.Circumstances.ORDINARY,
                null);
        Payout payout = new DossierPayout(
                        Dossier.REMAINDER,
                        line,
                        true,
                        money(180),
                        money(0),
                        new Workings(new Regulation(Map.of()), DAY))
                .of(money(0), "");

        assertThat(payout.of(Kind.RECOVER, Party.SCHEME, Currency.MAD)).isEqualTo(money(100));
        assertThat(payout.of(Kind.RECOVER, Party.PROFESSIONAL, Currency.MAD)).isEqualTo(money(20));
    }

    @Test
    void what_goes_beyond_the_charge_is_the_members_whoever_is_paid() {
        Payout payout = new DossierPayout(
                        Dossier.ESTIMATED_COMPLEMENT,
                        line(money(3000), money(0), money(0)),
                        true,
                        money(1000),
                        money(700),
                        new Workings(new Regulation(Map.of()), DAY))
                .of(money(1000), "");

        assertThat(payout.of(Kind.PAY, Party.MEMBER, Currency.MAD)).isEqualTo(money(700));
        assertThat(payout.of(Kind.PAY, Party.PROFESSIONAL, Currency.MAD)).isEqualTo(money(300));
    }

    @Test
    void what_was_paid_of_care_that_no_contract_bears_is_owed_back_without_a_contract() {
        Payout payout = payout(Dossier.REMAINDER, false, money(300), money(0), money(195), money(0))
                .of(money(0), "refused");

        List<Owed> owed = OwedOfFile.of(
                List.of(), Dossier.REMAINDER, line(money(300), money(195), money(0)), payout, Payee.MEMBER);

        assertThat(owed)
                .filteredOn(one -> !one.amount().isZero())
                .containsExactly(new Owed(null, null, null, Payee.MEMBER, money(-195)));
    }

    private static Money owedTo(List<Owed> owed, Payee payee) {
        return owed.stream()
                .filter(one -> one.payee() == payee)
                .map(Owed::amount)
                .reduce(money(0), Money::plus);
    }

    /** What a full advance expects back is owed once the scheme has paid. */
    private static Money net(Dossier dossier, Payout payout, Party party) {
        Money paid = payout.of(Kind.PAY, party, Currency.MAD);
        return dossier == Dossier.FULL_ADVANCE ? paid : paid.minus(payout.of(Kind.RECOVER, party, Currency.MAD));
    }

    private static Party party(Payee payee) {
        return switch (payee) {
            case PROVIDER -> Party.PROFESSIONAL;
            case MEMBER -> Party.MEMBER;
            case SCHEME -> Party.SCHEME;
        };
    }

    private static CareLine paid(long already, int quantity) {
        return line(money(300), money(already), money(0), quantity);
    }

    private static CareLine line(Money charge, Money already, Money claimed) {
        return line(charge, already, claimed, 1);
    }

    private static CareLine line(Money charge, Money already, Money claimed, int quantity) {
        return new CareLine(
                1,
                new ActCode(CodeSystem.NGAP_MA, "Cs"),
                DAY,
                quantity,
                null,
                charge,
                new CareLine.Given(null, null, null, already, claimed),
                CareLine.Circumstances.ORDINARY,
                null);
    }

    private static DossierPayout payout(
            Dossier dossier, boolean thirdParty, Money charge, Money borne, Money already, Money claimed) {
        Workings workings = new Workings(new Regulation(Map.of()), DAY);
        CareLine line = line(charge, already, claimed);
        return new DossierPayout(dossier, line, thirdParty, borne, money(0), workings);
    }

    private static Money total(Payout payout, Kind kind) {
        return payout.of(kind, Currency.MAD);
    }

    private static Money money(long cents) {
        return new Money(cents, Currency.MAD);
    }
}
