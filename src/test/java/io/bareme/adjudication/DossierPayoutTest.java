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

        book.alreadyPaid(money(195), 1);

        assertThat(book.used("limit")).isEqualTo(money(305));
        assertThat(book.count("limit")).isEqualTo(1);
        book.take("limit", money(180), 1);
        book.settled(money(180));
        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(-15), 0, 7));
    }

    @Test
    void two_lines_never_get_back_more_than_their_limit_had_counted() {
        Consumption before = new Consumption(Map.of("limit", new Consumption.Counter(money(100), 1, 7)));
        LimitBook book = new LimitBook(before, Currency.MAD);

        for (int line = 0; line < 2; line++) {
            book.alreadyPaid(money(100), 1);
            book.take("limit", money(100), 1);
            book.settled(money(100));
        }

        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(100), 1, 7));
    }

    @Test
    void a_line_that_takes_in_parts_gets_back_once_what_was_paid_for_it() {
        Consumption before = new Consumption(Map.of("limit", new Consumption.Counter(money(500), 5, 7)));
        LimitBook book = new LimitBook(before, Currency.MAD);

        book.alreadyPaid(money(100), 2);
        book.take("limit", money(60), 1);
        book.take("limit", money(60), 1);

        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(20), 0, 7));
    }

    @Test
    void what_is_reserved_for_other_care_is_not_given_back() {
        Consumption before = new Consumption(
                Map.of("limit", new Consumption.Counter(money(500), 3, 7)),
                Map.of("limit", new Consumption.Reserved(money(450), 2)));
        LimitBook book = new LimitBook(before, Currency.MAD);

        book.alreadyPaid(money(100), 2);
        book.take("limit", money(0), 0);

        assertThat(book.movements()).containsExactly(new Decision.Movement("limit", money(-50), -1, 7));
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
            List<Owed> owed = OwedOfFile.of(shares, line, payout, payee);
            assertThat(owedTo(owed, Payee.SCHEME)).isEqualTo(net(payout, Party.SCHEME));
            assertThat(owedTo(owed, payee)).isEqualTo(net(payout, thirdParty ? Party.PROFESSIONAL : Party.MEMBER));
        }
    }

    @Test
    void what_was_paid_of_care_that_no_contract_bears_is_owed_back_without_a_contract() {
        Payout payout = payout(Dossier.REMAINDER, false, money(300), money(0), money(195), money(0))
                .of(money(0), "refused");

        List<Owed> owed = OwedOfFile.of(List.of(), line(money(300), money(195), money(0)), payout, Payee.MEMBER);

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

    private static Money net(Payout payout, Party party) {
        return payout.of(Kind.PAY, party, Currency.MAD).minus(payout.of(Kind.RECOVER, party, Currency.MAD));
    }

    private static CareLine line(Money charge, Money already, Money claimed) {
        return new CareLine(
                1,
                new ActCode(CodeSystem.NGAP_MA, "Cs"),
                DAY,
                1,
                null,
                charge,
                new CareLine.Given(null, null, null, already, claimed),
                CareLine.Circumstances.ORDINARY,
                null);
    }

    private static DossierPayout payout(
            Dossier dossier, boolean thirdParty, Money charge, Money borne, Money already, Money claimed) {
        Workings workings = new Workings(new Regulation(Map.of()), DAY);
        return new DossierPayout(dossier, line(charge, already, claimed), thirdParty, borne, workings);
    }

    private static Money total(Payout payout, Kind kind) {
        return payout.of(kind, Currency.MAD);
    }

    private static Money money(long cents) {
        return new Money(cents, Currency.MAD);
    }
}
