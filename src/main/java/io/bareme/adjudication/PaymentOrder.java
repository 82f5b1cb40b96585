package io.bareme.adjudication;

import io.bareme.guarantee.ProductKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order contracts pay: bases as they are declared, each followed by the options that add to it; then options
 * whose base is not known, then surcomplémentaires. An option adds to the base contract of its own insurer; where the
 * person has none of that insurer, or several, it is not known to which, and it comes after all of them.
 */
final class PaymentOrder {

    private PaymentOrder() {}

    static List<Cover> of(List<Cover> declared) {
        List<Cover> ordered = new ArrayList<>();
        for (Cover cover : declared) {
            if (rank(cover) == 0) {
                ordered.add(cover);
                declared.stream()
                        .filter(option -> cover.equals(baseOf(option, declared)))
                        .forEach(ordered::add);
            }
        }
        declared.stream()
                .filter(cover -> !ordered.contains(cover))
                .sorted(Comparator.comparing(PaymentOrder::rank))
                .forEach(ordered::add);
        return ordered;
    }

    /** The one base contract of the option's own insurer; null for any other contract, or where it is not known. */
    static @Nullable Cover baseOf(Cover option, List<Cover> covers) {
        if (option.table().kind() != ProductKind.OPTION) {
            return null;
        }
        List<Cover> bases = basesOf(option, covers);
        return bases.size() == 1 ? bases.getFirst() : null;
    }

    /** The base contracts that a contract's own insurer has among them. */
    static List<Cover> basesOf(Cover option, List<Cover> covers) {
        return covers.stream()
                .filter(cover -> rank(cover) == 0 && ofOneInsurer(option, cover))
                .toList();
    }

    static boolean ofOneInsurer(Cover one, Cover other) {
        return one.table().carrier().equals(other.table().carrier());
    }

    private static int rank(Cover cover) {
        return switch (cover.table().kind()) {
            case COMPLEMENTARY, DIM, AMC -> 0;
            case OPTION -> 1;
            case SURCOMPLEMENTARY -> 2;
        };
    }
}
