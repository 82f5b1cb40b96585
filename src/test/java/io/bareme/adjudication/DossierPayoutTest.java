package io.bareme.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.adjudication.Payout.Kind;
import io.bareme.adjudication.Payout.Party;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.Regulation;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
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

    private static DossierPayout payout(
            Dossier dossier, boolean thirdParty, Money charge, Money borne, Money already, Money claimed) {
        CareLine line = new CareLine(
                1,
                new ActCode(CodeSystem.NGAP_MA, "Cs"),
                DAY,
                1,
                null,
                charge,
                new CareLine.Given(null, null, null, already, claimed),
                CareLine.Circumstances.ORDINARY,
                null);
        return new DossierPayout(dossier, line, thirdParty, borne, new Workings(new Regulation(Map.of()), DAY));
    }

    private static Money total(Payout payout, Kind kind) {
        return payout.of(kind, Currency.MAD);
    }

    private static Money money(long cents) {
        return new Money(cents, Currency.MAD);
    }
}
