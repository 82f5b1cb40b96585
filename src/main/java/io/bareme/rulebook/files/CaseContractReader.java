package io.bareme.rulebook.files;

import io.bareme.guarantee.HeaderReadings;
import io.bareme.guarantee.ProductKind;
import io.bareme.rulebook.cases.WorkedCase.Contract;
import io.bareme.rulebook.cases.WorkedCase.OfTable;
import io.bareme.rulebook.cases.WorkedCase.OfWording;
import io.bareme.values.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the contracts of a worked case: a {@code product} at a {@code level}, or a {@code wording} with what a table would
 * say beside it.
 */
final class CaseContractReader {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private CaseContractReader() {}

    static List<Contract> contracts(Fields fields) {
        List<Contract> contracts = new ArrayList<>();
        for (Fields contract : fields.list("contracts")) {
            contracts.add(contract.has("wording") ? ofWording(contract) : ofTable(contract));
            contract.refuseOthers();
        }
        return contracts;
    }

    private static Contract ofTable(Fields fields) {
        return new OfTable(
                fields.text("product"), fields.text("level"), cover(fields), fields.flagOr("suspended", false));
    }

    private static Contract ofWording(Fields fields) {
        return new OfWording(
                fields.text("wording"),
                fields.has("readings") ? Words.readings(fields.fields("readings"), false) : HeaderReadings.USUAL,
                fields.wordOr("kind", Words.PRODUCT_KINDS, ProductKind.COMPLEMENTARY),
                fields.flagOr("responsible", false),
                fields.flagOr("includes earlier contracts", false),
                fields.has("pays refused") ? fields.flag("pays refused") : null,
                Set.copyOf(fields.words("networks")),
                fields.words("limits"),
                fields.words("deductibles"),
                Set.copyOf(fields.words("families")),
                cover(fields),
                fields.flagOr("suspended", false));
    }

    private static DateRange cover(Fields fields) {
        LocalDate first = fields.dayOrNone("first day");
        LocalDate last = fields.dayOrNone("last day");
        LocalDate from = first == null ? ALWAYS : first;
        if (last != null && last.isBefore(from)) {
            fields.refuse(
                    "last day", "the last day is before the first day " + from, "a day from " + from + " on", null);
            return DateRange.from(from);
        }
        return new DateRange(from, last);
    }
}
