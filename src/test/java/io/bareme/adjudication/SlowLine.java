package io.bareme.adjudication;

import io.bareme.guarantee.Condition;
import io.bareme.regulation.Act;
import io.bareme.regulation.CareKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One care line with its act, its families, nearest first, and its base.
 *
 * @param group what it is settled with: the word and the first day of the claim's lines that bear it; empty when alone
 */
record SlowLine(
        CareLine care,
        @Nullable Act act,
        List<String> families,
        SlowRegulation.Base base,
        Provider provider,
        String group) {

    int number() {
        return care.number();
    }

    LocalDate day() {
        return care.date();
    }

    int quantity() {
        return care.quantity();
    }

    BigDecimal charge() {
        return care.charge().amount();
    }

    /** What counts for the compulsory scheme: the base, or the charge where that is less. */
    BigDecimal basis() {
        return charge().min(base.whole());
    }

    CareKind kind() {
        return act == null ? CareKind.UNCOVERED : act.kind();
    }

    boolean of(String family) {
        return families.contains(family);
    }

    Set<Exemption> exemptions(Rights rights) {
        Set<Exemption> claimed = care.circumstances().exemptions();
        return claimed.isEmpty()
                ? rights.exemptions()
                : rights.exemptions().stream().filter(claimed::contains).collect(java.util.stream.Collectors.toSet());
    }

    /** A, B, I or II; empty when it has no class. */
    String careClass() {
        for (String family : families) {
            int at = family.indexOf(".class-");
            if (at >= 0) {
                return family.substring(at + ".class-".length()).toUpperCase(java.util.Locale.ROOT);
            }
        }
        String said = care.circumstances().careClass();
        return said == null ? "" : said;
    }

    /** What is true of it, of the conditions that tables name. */
    Set<Condition> holding(Rights rights) {
        Set<Condition> holding = EnumSet.noneOf(Condition.class);
        switch (provider.category()) {
            case SECTOR_1, OPTAM -> holding.add(Condition.OPTAM);
            case NON_OPTAM, OUT_OF_CONVENTION -> holding.add(Condition.NON_OPTAM);
            case PRIVATE, PUBLIC, UNSPECIFIED -> {}
        }
        Condition ofClass = Condition.named("class=" + careClass());
        if (ofClass != null) {
            holding.add(ofClass);
        }
        holding.add(rights.born().plusYears(18).isAfter(day()) ? Condition.UNDER_18 : Condition.FROM_18);
        holding.add(
                exemptions(rights).contains(Exemption.ALD) || exemptions(rights).contains(Exemption.ALC)
                        ? Condition.EXEMPT_ALD
                        : Condition.NOT_EXEMPT_ALD);
        if (of("optical.frame")) {
            holding.add(Condition.FRAME);
        }
        if (of("optical.lens")) {
            holding.add(Condition.LENS);
        }
        return holding;
    }
}
