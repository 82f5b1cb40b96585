package io.bareme.rulebook.files;

import io.bareme.guarantee.GuaranteeTable;
import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.LeftToPerson;
import io.bareme.guarantee.ProductKind;
import io.bareme.values.Confidence;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code product.yaml}, the fiche of a table.
 *
 * <pre>
 * product: ccn-formation            # the folder's name
 * name: "…"
 * carrier: "…"
 * country: FR                       # FR, MA
 * currency: EUR                     # EUR in France, MAD in Morocco
 * kind: complementary               # complementary, option, surcomplementary, dim, amc
 * first day: 2018-01-01             # the name of the folder below
 * last day: 2020-12-31              # when it is known
 * responsible: true
 * excerpt: "hospital lines alone"  # a responsible table only: which part of the contract it holds, if not all of it
 * includes earlier contracts: true  # options only: their amounts count what the contracts before them pay
 * pays refused: false               # amc only: whether it pays what the compulsory scheme refuses; out when not said
 * known since: 2026-11-22
 * revision: 1                       # from 2 on, the folder is named 2018-01-01-r2
 * levels:                           # column header in grid.csv: words people read; the first is the base level
 *   niveau-1: "Niveau 1"
 * readings:                         # how short forms read; all but the last
 *   percent of base: including compulsory      # or: on top of compulsory
 *   euro amounts: on top of compulsory         # or: including compulsory
 *   bare percent: of base                      # or: of charge, of copayment, refused
 *   percent of charge: less compulsory         # or: of the remainder
 *   caps: including compulsory                 # or: on complementary only
 *   per year: civil                            # or: contract, rolling
 *   dash: nothing                              # or: base level
 *   two values: refused                        # usual; or: optam then non optam, conventioned then non conventioned,
 *                                              # accepted then not accepted, by kind
 *   marks: {"1": "reconstituée sur 107,50 €"}  # if a note changes what its mark stands beside
 * sources:
 *   - {title: "…", url: "https://…", confidence: OFF}
 * networks: [kalixia]               # care networks the contract belongs to, if its lines speak of any
 * clock: day and night              # or: working hours, where the contract counts its deadlines so
 * limits:                           # that several lines share, if any: SharedLimitsReader
 *   - {id: yearly-ceiling, lines: all, words: "20 000 € par an et par bénéficiaire"}
 * deductibles:                      # what the contract keeps back, if anything
 *   - {id: visit, families: [consultation], words: "5 € par acte"}
 * notes: |                          # if any
 *   …
 * </pre>
 */
final class ProductReader {

    private static final Pattern LEVEL = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
    private static final Map<String, Boolean> CLOCKS = Map.of("day and night", false, "working hours", true);

    private final TableFolder folder;
    private final String file;
    private final Fields fields;
    private final Set<String> families;
    private final Wordings wordings;
    private final Problems problems;

    private ProductReader(
            TableFolder folder,
            String file,
            Fields fields,
            Set<String> families,
            Wordings wordings,
            Problems problems) {
        this.folder = folder;
        this.file = file;
        this.fields = fields;
        this.families = families;
        this.wordings = wordings;
        this.problems = problems;
    }

    /** The fiche, or null when a problem was reported. */
    static @Nullable Product read(
            TableFolder folder, String file, String text, Set<String> families, Wordings wordings, Problems problems) {
        YamlNode.Mapping mapping = YamlText.mapping(file, text, problems);
        return mapping == null
                ? null
                : new ProductReader(folder, file, new Fields(file, mapping, problems), families, wordings, problems)
                        .product();
    }

    private @Nullable Product product() {
        int before = problems.count();
        String id = sameAsFolder("product", folder.product());
        String name = fields.text("name");
        String carrier = fields.text("carrier");
        String country = fields.word("country", Words.COUNTRIES, "FR");
        ProductKindReader kinds = new ProductKindReader(fields, problems, before);
        Currency currency = kinds.currency(country);
        ProductKind kind = kinds.kind(country);
        DateRange validity = validity();
        boolean responsible = fields.flag("responsible");
        boolean earlier = kinds.includesEarlier(kind);
        Boolean paysRefused = kinds.paysRefused(kind);
        LocalDate knownSince = fields.day("known since");
        Integer revision = fields.number("revision", 1, 999);
        if (revision != null && revision != folder.revision()) {
            fields.refuse(
                    "revision", "the folder is of revision " + folder.revision(), "\"" + folder.revision() + '"', null);
        }
        List<Product.LevelName> levels = levels();
        HeaderReadings readings = Words.ofTable(fields.fields("readings"), currency);
        Set<String> networks = networks();
        AdmissionsReader admissions = new AdmissionsReader(fields, families);
        List<LeftToPerson> left = admissions.left();
        boolean workingHours = fields.wordOr("clock", CLOCKS, false);
        Reference reference = reference();
        SharedLimitsReader.Shared shared = new SharedLimitsReader(
                        file, levels, readings, currency, wordings, reference.text, reference.confidence, problems)
                .read(fields);
        boolean excerpt = admissions.excerpt(responsible);
        List<Departure> departures = admissions.departures(responsible, levels);
        fields.optional("notes");
        fields.refuseOthers();
        if (problems.count() > before || validity == null || knownSince == null || revision == null) {
            return null;
        }
        GuaranteeTable table = new GuaranteeTable(
                id,
                name,
                carrier,
                country,
                currency,
                kind,
                validity,
                knownSince,
                revision,
                responsible,
                earlier,
                readings,
                paysRefused,
                networks,
                left,
                workingHours,
                Map.of());
        return new Product(table, levels, shared, excerpt, departures, reference.text, reference.confidence);
    }

    private String sameAsFolder(String key, String named) {
        String text = fields.text(key);
        if (!text.isEmpty() && !text.equals(named)) {
            fields.refuse(key, "the folder is named \"" + named + '"', "the folder's name", '"' + named + '"');
        }
        return text;
    }

    private @Nullable DateRange validity() {
        sameAsFolder("first day", folder.firstDay().toString());
        LocalDate first = fields.day("first day");
        LocalDate last = fields.dayOrNone("last day");
        if (first != null && last != null && last.isBefore(first)) {
            fields.refuse(
                    "last day", "the last day is before the first day " + first, "a day from " + first + " on", null);
            return null;
        }
        return first == null ? null : new DateRange(first, last);
    }

    private List<Product.LevelName> levels() {
        List<Product.LevelName> levels = new ArrayList<>();
        Fields below = fields.fields("levels");
        below.texts().forEach((id, label) -> {
            if (!LEVEL.matcher(id).matches() || GridReader.FIXED.contains(id)) {
                below.refuse(id, "\"" + id + "\" is no name of a level", "small letters, digits and \"-\"", null);
            }
            levels.add(new Product.LevelName(id, label));
        });
        below.refuseOthers();
        return levels;
    }

    private Set<String> networks() {
        Set<String> networks = new LinkedHashSet<>();
        for (String network : fields.words("networks")) {
            if (!LEVEL.matcher(network).matches()) {
                fields.refuse(
                        "networks",
                        "\"" + network + "\" is no name of a care network",
                        "small letters, digits and \"-\", as claims name it: kalixia",
                        null);
            }
            networks.add(network);
        }
        return networks;
    }

    private record Reference(String text, Confidence confidence) {}

    /** The first source named is the one the cells were read in. */
    private Reference reference() {
        List<Reference> references = new ArrayList<>();
        for (Fields source : fields.list("sources")) {
            String title = source.text("title");
            String url = source.optional("url");
            Confidence confidence = source.word("confidence", Words.CONFIDENCES, Words.WEAKEST);
            source.refuseOthers();
            references.add(new Reference(url.isEmpty() ? title : title + ", " + url, confidence));
        }
        if (references.isEmpty() && fields.has("sources")) {
            fields.refuse("sources", "no source is named", "one source or more", null);
        }
        return references.isEmpty() ? new Reference("", Words.WEAKEST) : references.getFirst();
    }
}
