package io.bareme.adjudication;

import io.bareme.regulation.Act;
import io.bareme.values.Money;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A care line bound to everything it refers to on its day.
 *
 * @param act null when the nomenclature does not know it
 * @param lineage the act's family and its ancestors, nearest first; empty when the act is not known
 * @param covers the open contracts with their tables, in their order of payment
 * @param refusal why the Moroccan scheme pays nothing, as the claim itself tells; null where it pays
 * @param facts what coverage rules see of it
 */
public record ResolvedLine(
        CareLine line,
        @Nullable Act act,
        List<String> lineage,
        BaseOfReimbursement base,
        List<Cover> covers,
        @Nullable SchemeRefusal refusal,
        LineFacts facts) {

    /** From the weakest to the strongest. */
    static final List<String> LENSES = List.of("simple", "complex", "very-complex");

    public ResolvedLine {
        lineage = List.copyOf(lineage);
        covers = List.copyOf(covers);
    }

    public Money charge() {
        return line.charge();
    }

    /** Whether the compulsory scheme pays nothing, because it said so or because it will. */
    boolean refusedByScheme() {
        return line.circumstances().refusedByCompulsory() || refusal != null;
    }

    /**
     * The exemptions the line claims and the person has; all the person's where the line claims none. In Morocco those
     * for an illness hold for the care of that illness alone, so for the lines that claim them.
     */
    Set<Exemption> exemptions(Rights rights) {
        return exemptions(line, rights);
    }

    static Set<Exemption> exemptions(CareLine line, Rights rights) {
        EnumSet<Exemption> held = EnumSet.noneOf(Exemption.class);
        held.addAll(rights.exemptionsOn(line.date()));
        Set<Exemption> claimed = line.circumstances().exemptions();
        if (!rights.schemeOn(line.date()).isFrench() && claimed.isEmpty()) {
            held.removeAll(EnumSet.of(Exemption.ALD, Exemption.ALC));
        }
        if (!claimed.isEmpty()) {
            held.retainAll(claimed);
        }
        return held;
    }

    /** The class that the act itself is of, else the one the claim says. */
    @Nullable
    String careClass() {
        String own = classOfAct();
        return own == null ? line.circumstances().careClass() : own;
    }

    /** Whether the claim says a class that the act is not of. */
    boolean contradictsClass() {
        String own = classOfAct();
        String said = line.circumstances().careClass();
        return own != null && said != null && !own.equals(said);
    }

    /** The kind of lens that the act itself is, else the one the claim says. */
    @Nullable
    String lens() {
        String own = lensOfAct();
        return own == null ? line.circumstances().lens() : own;
    }

    /** Whether the claim says a kind of lens that the act is not. */
    boolean contradictsLens() {
        String own = lensOfAct();
        String said = line.circumstances().lens();
        return own != null && said != null && !own.equals(said);
    }

    private @Nullable String lensOfAct() {
        return LENSES.stream()
                .filter(kind -> lineage.contains("optical.lens." + kind))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String classOfAct() {
        for (String family : lineage) {
            int last = family.lastIndexOf(".class-");
            if (last >= 0) {
                return family.substring(last + ".class-".length()).toUpperCase(Locale.ROOT);
            }
        }
        return null;
    }

    boolean inFamily(String ancestor, String family) {
        return family.equals(ancestor) || lineage.contains(ancestor);
    }
}
