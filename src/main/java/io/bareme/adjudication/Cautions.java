package io.bareme.adjudication;

import io.bareme.guarantee.ProductKind;
import io.bareme.regulation.Act;
import io.bareme.regulation.ActCode;
import io.bareme.regulation.CareKind;
import io.bareme.regulation.Lookup;
import io.bareme.values.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line, taken with the person's rights and other care, leaves to a handler although amounts can be computed. */
final class Cautions {

    private final ResolvedClaim claim;
    private final ResolvedLine line;
    private final LocalDate day;
    private final Scheme scheme;

    Cautions(ResolvedClaim claim, ResolvedLine line) {
        this.claim = claim;
        this.line = line;
        this.day = line.line().date();
        this.scheme = claim.rights().schemeOn(day);
    }

    List<Finding> all() {
        List<Finding> found = new ArrayList<>();
        exemptionsNotHeld(found);
        complementAlone(found);
        optionsAlone(found);
        spectaclesTwice(found);
        stayAcrossRights(found);
        new ProsthesisRenewal(claim, line).examine(found);
        coefficientWithoutLetter(found);
        sideOfAnother(found);
        aboveMedicinePrice(found);
        return found;
    }

    /** The line claims an exemption that the person is not known to have: it is not honoured, and that is said. */
    private void exemptionsNotHeld(List<Finding> found) {
        line.line().circumstances().exemptions().stream()
                .filter(claimed -> !claim.rights().exemptionsOn(day).contains(claimed))
                .sorted()
                .forEach(claimed ->
                        found.add(Weighing.doubt(line, "exemption-not-held", Map.of("exemption", claimed.word()))));
    }

    /**
     * A contract that complements a compulsory scheme has nothing to complement where there is none; nor has an option,
     * unless it adds to an insurer who pays from the first dirham.
     */
    private void complementAlone(List<Finding> found) {
        if (scheme != Scheme.MA_NONE || claim.claim().dossier() != null) {
            return;
        }
        line.covers().stream()
                .filter(this::complements)
                .forEach(cover -> found.add(Weighing.doubt(
                        line,
                        "complement-without-scheme",
                        Map.of("product", cover.enrolment().product()))));
    }

    private boolean complements(Cover cover) {
        return switch (cover.table().kind()) {
            case AMC -> true;
            case OPTION, SURCOMPLEMENTARY, COMPLEMENTARY -> {
                Cover base = PaymentOrder.baseOf(cover, line.covers());
                yield base == null || base.table().kind() != ProductKind.DIM;
            }
            case DIM -> false;
        };
    }

    /**
     * An option that counts what its base pays, held beside another insurer's contracts and without its own base: what is
     * still owed after a base that may have been left out is not known.
     */
    private void optionsAlone(List<Finding> found) {
        line.covers().stream()
                .filter(cover -> cover.table().kind() == ProductKind.OPTION
                        && cover.table().includesEarlierContracts()
                        && PaymentOrder.basesOf(cover, line.covers()).isEmpty()
                        && line.covers().stream().anyMatch(other -> !PaymentOrder.ofOneInsurer(cover, other)))
                .forEach(cover -> found.add(Weighing.doubt(
                        line,
                        "option-without-base",
                        Map.of("product", cover.table().name()))));
    }

    /**
     * The schemes pay one lump sum for spectacles or lenses in two years (décret 2-05-733 art. 6): which of two bought on
     * one day it is for, nothing says.
     */
    private void spectaclesTwice(List<Finding> found) {
        Dossier dossier = claim.claim().dossier();
        boolean settled = dossier != null && dossier.afterTheScheme();
        if (scheme.isFrench()
                || scheme == Scheme.MA_NONE
                || settled
                || !isOptics(line.act())
                || line.refusal() != null) {
            return;
        }
        boolean beside = claim.claim().lines().stream()
                .anyMatch(other -> other.number() != line.line().number()
                        && other.date().equals(day)
                        && isOptics(act(other.act())));
        boolean before =
                claim.claim().earlier().stream().anyMatch(care -> care.date().equals(day) && isOptics(act(care.act())));
        if (beside || before || line.line().quantity() > 1) {
            found.add(Weighing.doubt(line, "spectacles-twice", Map.of("day", day.toString())));
        }
    }

    private static boolean isOptics(@Nullable Act act) {
        return act != null && act.kind() == CareKind.OPTICS;
    }

    private @Nullable Act act(ActCode code) {
        return claim.edition().nomenclature().act(code);
    }

    /** The days of a stay are those of one scheme and of the same contracts, or each time needs a request of its own. */
    private void stayAcrossRights(List<Finding> found) {
        Integer said = line.line().course().days();
        LocalDate last = day.plusDays((said == null ? line.line().quantity() : said) - 1L);
        boolean stays = line.lineage().stream().anyMatch(StayBeginnings.STAYS::contains);
        if (stays && last.isAfter(day) && !claim.rights().sameOn(day, last)) {
            found.add(Weighing.doubt(
                    line, "stay-across-rights", Map.of("first", day.toString(), "last", last.toString())));
        }
    }

    /** A coefficient multiplies a letter key; in France it may also make an act heavy (CSS R160-16 I). */
    private void coefficientWithoutLetter(List<Finding> found) {
        BigDecimal coefficient = line.line().coefficient();
        Act act = line.act();
        boolean means = act == null
                || act.tariff() instanceof Act.TariffRule.LetterKey
                || scheme.isFrench() && HeavyActs.technical(line);
        if (coefficient != null && !means) {
            found.add(Weighing.doubt(
                    line,
                    "coefficient-without-letter",
                    Map.of("act", act(), "coefficient", coefficient.toPlainString())));
        }
    }

    /** Eyes and ears have sides, not numbers: what counts by them would count a tooth's as a third. */
    private void sideOfAnother(List<Finding> found) {
        String part = line.line().circumstances().part();
        boolean sided = line.lineage().contains("optical") || line.lineage().contains("hearing");
        if (part != null && sided && !LimitKey.SIDES.contains(part)) {
            found.add(Weighing.missing(
                    line,
                    "part-of-another",
                    Map.of("act", act(), "part", part, "allowed", String.join(", ", LimitKey.SIDES)),
                    "part"));
        }
    }

    private String act() {
        return line.line().act().toString();
    }

    /** A medicine is sold at its public price (PPV, décret 2-13-852 [MEM]), known by the code of its box. */
    private void aboveMedicinePrice(List<Finding> found) {
        if (scheme.isFrench() || line.act() == null || line.act().kind() != CareKind.MEDICINE) {
            return;
        }
        String code = line.line().act().code();
        if (claim.edition().regulation().on("ma.medicine.price", code, day) instanceof Lookup.Known price) {
            Money allowed = price.exact()
                    .times(BigDecimal.valueOf(line.line().quantity()))
                    .rounded();
            if (line.charge().compareTo(allowed) > 0) {
                found.add(Weighing.doubt(
                        line,
                        "medicine-above-price",
                        Map.of("charge", line.charge().toString(), "allowed", allowed.toString())));
            }
        }
    }
}
