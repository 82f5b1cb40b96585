package io.bareme.portal.tables;

import io.bareme.explanation.Amounts;
import io.bareme.explanation.Language;
import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.portal.pages.Texts;
import io.bareme.regulation.Nomenclature;
import io.bareme.rulebook.Rulebook;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** {@code /products} and {@code /products/{product}}: what is published, to be read beside a statement. */
@Controller
final class TablesController {

    private final Rulebook rulebook;
    private final MessageSource messages;

    TablesController(Rulebook rulebook, MessageSource messages) {
        this.rulebook = rulebook;
        this.messages = messages;
    }

    /** One line of the list of products. */
    record Entry(String product, String name, String carrier, String levels, String from) {}

    /** The products of one country, by name. */
    record Country(String name, List<Entry> entries) {}

    @GetMapping("/products")
    String list(Model model, Locale locale) {
        Texts texts = new Texts(messages, locale);
        List<Country> countries = Stream.of("FR", "MA")
                .map(country -> new Country(texts.say("country." + country), entries(country, locale)))
                .filter(country -> !country.entries().isEmpty())
                .toList();
        model.addAttribute("countries", countries);
        model.addAttribute("nav", "products");
        return "products";
    }

    private List<Entry> entries(String country, Locale locale) {
        return rulebook.inForce().tables().values().stream()
                .map(TablesController::latest)
                .filter(table -> table.country().equals(country))
                .sorted(Comparator.comparing(GuaranteeTable::name))
                .map(table -> new Entry(
                        table.product(),
                        table.name(),
                        table.carrier(),
                        String.join(
                                ", ",
                                table.levels().values().stream()
                                        .map(GuaranteeTable.Level::label)
                                        .toList()),
                        Amounts.day(table.validity().first(), locale)))
                .toList();
    }

    /**
     * @param from the first day of the version; the latest where none begins on it
     * @param row the row of the file to highlight
     */
    @GetMapping("/products/{product}")
    String table(
            @PathVariable String product,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String row,
            @RequestParam(required = false) @Nullable String level,
            Model model,
            Locale locale) {
        List<GuaranteeTable> versions = rulebook.inForce().tables().getOrDefault(product, List.of());
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        GuaranteeTable table = versions.stream()
                .filter(version -> version.validity().first().toString().equals(from))
                .max(Comparator.comparingInt(GuaranteeTable::revision))
                .orElseGet(() -> latest(versions));
        Texts texts = new Texts(messages, locale);
        int wanted = row.matches("\\d{1,6}") ? Integer.parseInt(row) : 0;
        model.addAttribute("view", TableView.of(table, wanted, level, word -> family(word, locale), texts));
        model.addAttribute("since", Amounts.day(table.validity().first(), locale));
        model.addAttribute("country", texts.say("country." + table.country()));
        model.addAttribute("readings", readings(table));
        model.addAttribute("edition", rulebook.inForce().hash());
        model.addAttribute("nav", "products");
        return "product";
    }

    private String family(String id, Locale locale) {
        Nomenclature.Family family =
                rulebook.inForce().nomenclature().families().get(id);
        if (family == null) {
            return id;
        }
        return switch (Language.of(locale)) {
            case FRENCH -> family.labelFr();
            case ENGLISH -> family.labelEn();
        };
    }

    private static GuaranteeTable latest(List<GuaranteeTable> versions) {
        return versions.stream()
                .max(Comparator.comparing(
                                (GuaranteeTable table) -> table.validity().first())
                        .thenComparingInt(GuaranteeTable::revision))
                .orElseThrow();
    }

    /** How the header's short forms read, as the ends of messages' keys. */
    private static List<String> readings(GuaranteeTable table) {
        HeaderReadings readings = table.readings();
        return List.of(
                "reading.percent-of-base." + readings.percentOfBase(),
                "reading.euro-amounts." + readings.euroAmounts(),
                "reading.bare-percent." + readings.barePercent(),
                "reading.percent-of-charge." + readings.percentOfCharge(),
                "reading.caps." + readings.caps(),
                "reading.per-year." + readings.perYear(),
                "reading.dash." + readings.dash(),
                "reading.two-values." + readings.twoValues());
    }
}
