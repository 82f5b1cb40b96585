package io.bareme.rulebook.responsible;

import io.bareme.adjudication.CareLine;
import io.bareme.adjudication.LineDecision;
import io.bareme.adjudication.Provider;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import io.bareme.rulebook.responsible.ProbeClaims.Probe;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Class B spectacles of two lenses and a frame, for an adult and for a child.
 *
 * @param lensCase the case a to f of R871-2 3°
 * @param dear lenses and frame far above any amount
 * @param plainLenses the frame alone far above, lenses at their base
 */
record Spectacles(String lensCase, Probe dear, Probe plainLenses) {

    static final int FRAME = 3;
    private static final Money BASE = Money.of("0.05", Currency.EUR);
    private static final Money DEAR = Money.of("3000.00", Currency.EUR);
    private static final List<String> STRENGTHS = List.of("simple", "complex", "very-complex");
    static final List<String> STRENGTH_FAMILIES =
            STRENGTHS.stream().map(strength -> "optical.lens." + strength).toList();
    /** By the places of both lenses among the strengths. */
    private static final List<List<String>> CASES =
            List.of(List.of("a", "b", "d"), List.of("b", "c", "e"), List.of("d", "e", "f"));

    /** What the bases of the three parts, which no case bounds, may make of a difference. */
    static final Money BASES = BASE.times(FRAME);

    /** Of every two lenses that a table may tell apart, like ones first; none where the nomenclature lacks a part. */
    static List<Spectacles> all(ProbeClaims probes) {
        List<Act> lenses = parts(probes, "optical.lens");
        List<Spectacles> all = new ArrayList<>();
        for (int apart = 0; apart < lenses.size(); apart++) {
            for (int one = 0; one + apart < lenses.size(); one++) {
                for (Act frame : parts(probes, "optical.frame")) {
                    for (LocalDate born : List.of(probes.adult(), probes.child())) {
                        all.add(of(probes, lenses.get(one), lenses.get(one + apart), frame, born));
                    }
                }
            }
        }
        return all;
    }

    private static Spectacles of(ProbeClaims probes, Act one, Act other, Act frame, LocalDate born) {
        String lensCase = CASES.get(strength(probes, one)).get(strength(probes, other));
        return new Spectacles(
                lensCase,
                probe(
                        probes,
                        born,
                        part(probes, 1, one, DEAR),
                        part(probes, 2, other, DEAR),
                        part(probes, FRAME, frame, DEAR)),
                probe(
                        probes,
                        born,
                        part(probes, 1, one, BASE),
                        part(probes, 2, other, BASE),
                        part(probes, FRAME, frame, DEAR)));
    }

    private static CareLine part(ProbeClaims probes, int number, Act act, Money charge) {
        return probes.line(number, act, 1, BASE, charge, null);
    }

    private static Probe probe(ProbeClaims probes, LocalDate born, CareLine... lines) {
        return new Probe(probes.claim(Provider.Category.UNSPECIFIED, lines), born);
    }

    /** One act for each family that is not of class A. */
    private static List<Act> parts(ProbeClaims probes, String family) {
        Set<String> seen = new HashSet<>();
        return probes.acts()
                .filter(act -> act.kind() == CareKind.DEVICE && !act.family().endsWith(".class-a"))
                .filter(act -> probes.lineage(act).contains(family))
                .filter(act -> family.equals("optical.frame") || strength(probes, act) >= 0)
                .filter(act -> seen.add(act.family()))
                .sorted(Comparator.comparing(act -> strength(probes, act)))
                .toList();
    }

    private static int strength(ProbeClaims probes, Act lens) {
        List<String> lineage = probes.lineage(lens);
        return IntStream.range(0, STRENGTHS.size())
                .filter(i -> lineage.contains("optical.lens." + STRENGTHS.get(i)))
                .findFirst()
                .orElse(-1);
    }

    /** What compulsory scheme and contract pay for a part. */
    static Money paid(LineDecision line) {
        return line.shares().compulsory().plus(line.shares().complementary());
    }
}
