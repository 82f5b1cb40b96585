package io.bareme.portal.simulator;

import io.bareme.adjudication.Edition;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.regulation.Act;
import io.bareme.regulation.Act.TariffRule;
import io.bareme.regulation.Quantity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an edition offers the form: its products and its acts, put in order once. */
record Catalogue(Edition edition, List<Product> products, ActIndex acts) {

    /** A product by its latest table. */
    record Product(String id, String name, String country, GuaranteeTable table, List<Level> levels) {

        /** Names end with what they are registered under: "Coiffure (IDCC 2596), minima" is known as "Coiffure". */
        String shortName() {
            return shortName(name);
        }

        static String shortName(String name) {
            return name.replaceFirst("\\s*[(:,].*", "");
        }
    }

    /** A level of a product; {@code value} names both. */
    record Level(String value, String label) {}

    /** Product and level as the form names them. */
    record Cover(Product product, String level) {

        String levelLabel() {
            GuaranteeTable.Level found = product.table().levels().get(level);
            return found == null ? level : found.label();
        }
    }

    static Catalogue of(Edition edition) {
        List<Product> products = edition.tables().values().stream()
                .flatMap(versions -> latest(versions).stream())
                .map(Catalogue::product)
                .sorted(Comparator.comparing(Product::country).thenComparing(Product::name))
                .toList();
        return new Catalogue(edition, products, ActIndex.of(edition));
    }

    private static Optional<GuaranteeTable> latest(Collection<GuaranteeTable> versions) {
        return versions.stream()
                .max(Comparator.comparing(
                                (GuaranteeTable table) -> table.validity().first())
                        .thenComparingInt(GuaranteeTable::revision));
    }

    private static Product product(GuaranteeTable table) {
        return new Product(
                table.product(),
                table.name(),
                table.country(),
                table,
                table.levels().values().stream()
                        .map(level -> new Level(table.product() + "/" + level.id(), level.label()))
                        .toList());
    }

    /** Whether no regulation sets the act's base on any day: the claim must state it. */
    boolean baseIsToBeStated(Act act) {
        if (!(act.tariff() instanceof TariffRule.Quantity tariff)) {
            return false;
        }
        Quantity quantity = edition.regulation().quantities().get(tariff.quantity());
        return quantity == null
                || quantity.series().values().stream().flatMap(List::stream).allMatch(value -> value.value() == null);
    }

    Optional<Cover> cover(String typed) {
        return products.stream()
                .filter(product -> product.levels().stream()
                        .anyMatch(level -> level.value().equals(typed)))
                .findFirst()
                .map(product -> new Cover(product, typed.substring(product.id().length() + 1)));
    }
}
