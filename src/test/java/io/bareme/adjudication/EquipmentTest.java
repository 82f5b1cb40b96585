package io.bareme.adjudication;

import static io.bareme.adjudication.SmallEdition.DAY;
import static io.bareme.adjudication.SmallEdition.claim;
import static io.bareme.adjudication.SmallEdition.euros;
import static io.bareme.adjudication.SmallEdition.french;
import static io.bareme.adjudication.SmallEdition.rights;
import static org.assertj.core.api.Assertions.assertThat;

import io.bareme.guarantee.Basis;
import io.bareme.guarantee.Formula;
import io.bareme.guarantee.Limit;
import io.bareme.guarantee.Measure;
import io.bareme.guarantee.Period;
import io.bareme.guarantee.ProductKind;
import io.bareme.guarantee.Reading;
import io.bareme.guarantee.Scope;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.CodeSystem;
import io.bareme.regulation.QuantityUnit;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Optical equipment settled as one, by CSS R871-2 3° (ceilings in force since 1 January 2020). */
class EquipmentTest {

    private static SmallEdition edition() {
        return french().tariff("lens", "any", "0.05")
                .tariff("complex", "any", "0.05")
                .tariff("frame", "any", "0.05")
                .tariff("frame-a", "any", "9.00")
                .rate("fr.rate", "device", "0.60")
                .quantity("fr.responsible.optical.maximum", "a", "420", QuantityUnit.EUR)
                .quantity("fr.responsible.optical.maximum", "b", "560", QuantityUnit.EUR)
                .quantity("fr.responsible.optical.maximum", "c", "700", QuantityUnit.EUR)
                .amount("fr.responsible.optical.frame-ceiling", "100.00")
                .amount("fr.price-ceiling.frame-a", "30.00")
                .act("lens", "optical.lens.simple", CareKind.DEVICE)
                .act("complex", "optical.lens.complex", CareKind.DEVICE)
                .act("frame", "optical.frame", CareKind.DEVICE)
                .act("frame-a", "optical.frame", CareKind.DEVICE)
                .product(
                        "p",
                        true,
                        ProductKind.COMPLEMENTARY,
                        new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.INCLUDING_COMPULSORY));
    }

    private static CareLine line(int number, String act, int quantity, String charge, String careClass) {
        return new CareLine(
                number,
                new ActCode(CodeSystem.LOCAL, act),
                DAY,
                quantity,
                null,
                Money.of(charge, Currency.EUR),
                CareLine.Given.NOTHING,
                new CareLine.Circumstances(
                        CareLine.Pathway.INSIDE, Set.of(), careClass, null, null, null, false, false, null, null),
                "spectacles");
    }

    private static Money paid(CareLine... lines) {
        return paid(edition(), lines);
    }

    private static Money paid(SmallEdition edition, CareLine... lines) {
        return edition.decide(claim(lines), rights(Scheme.FR_GENERAL, "p"), Consumption.NONE).lines().stream()
                .map(line -> line.shares().complementary().plus(line.shares().compulsory()))
                .reduce(Money.zero(Currency.EUR), Money::plus);
    }

    @Test
    void two_simple_lenses_and_a_frame_stay_within_420_and_the_frame_within_100() {
        assertThat(paid(line(1, "lens", 2, "500.00", "B"), line(2, "frame", 1, "200.00", "B")))
                .isEqualTo(euros("420.00"));
        assertThat(paid(line(1, "frame", 1, "200.00", "B"), line(2, "lens", 2, "150.00", "B")))
                .isEqualTo(euros("250.00"));
    }

    @Test
    void a_simple_and_a_complex_lens_stay_within_560() {
        assertThat(paid(
                        line(1, "lens", 1, "300.00", "B"),
                        line(2, "complex", 1, "400.00", "B"),
                        line(3, "frame", 1, "90.00", "B")))
                .isEqualTo(euros("560.00"));
    }

    @Test
    void what_a_class_a_frame_costs_is_taken_off_the_ceiling_of_class_b_lenses() {
        assertThat(paid(line(1, "frame-a", 1, "30.00", "A"), line(2, "lens", 2, "600.00", "B")))
                .isEqualTo(euros("420.00"));
    }

    @Test
    void what_a_class_a_frame_costs_is_taken_off_a_table_s_own_amount_for_the_equipment_whatever_comes_first() {
        assertThat(paid(within200(), line(1, "frame-a", 1, "30.00", "A"), line(2, "lens", 2, "600.00", "B")))
                .isEqualTo(euros("200.00"));
        assertThat(paid(within200(), line(1, "lens", 2, "600.00", "B"), line(2, "frame-a", 1, "30.00", "A")))
                .isEqualTo(euros("200.00"));
        assertThat(paid(within200(), line(1, "lens", 2, "600.00", "B"), line(2, "frame", 1, "90.00", "B")))
                .isEqualTo(euros("200.05")); // the base of the frame, which the scheme and the law share out
    }

    /** The whole charge, at most 200 € for the equipment, compulsory share within. */
    private static SmallEdition within200() {
        Limit limit = new Limit.AmountLimit(
                new Measure.Fixed(euros("200.00")),
                new Period.Equipment(),
                Scope.BENEFICIARY,
                Reading.INCLUDING_COMPULSORY);
        Formula whole = new Formula.Term(new Measure.Share(Rate.WHOLE, Basis.CHARGE), Reading.INCLUDING_COMPULSORY);
        return edition()
                .product("p", true, ProductKind.COMPLEMENTARY, new Formula.Limited(whole, List.of(limit), null));
    }

    @Test
    void one_lens_alone_is_left_to_a_person() {
        Decision decision = edition()
                .decide(claim(line(1, "lens", 1, "300.00", "B")), rights(Scheme.FR_GENERAL, "p"), Consumption.NONE);

        assertThat(decision.verdict()).isEqualTo(Verdict.REFERRED);
        assertThat(decision.lines().get(0).findings())
                .anySatisfy(finding -> assertThat(finding.parameters()).containsEntry("key", "lenses-unknown"));
    }

    @Test
    void a_responsible_contract_pays_a_class_a_frame_in_full_within_its_price_whatever_its_table() {
        List<LineDecision> lines = edition()
                .product("p", true, ProductKind.COMPLEMENTARY, new Formula.Nothing())
                .decide(claim(line(1, "frame-a", 1, "30.00", "A")), rights(Scheme.FR_GENERAL, "p"), Consumption.NONE)
                .lines();

        assertThat(lines.get(0).shares().complementary()).isEqualTo(euros("24.60"));
    }
}
