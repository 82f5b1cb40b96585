package io.bareme.exchange;

import io.bareme.adjudication.Scheme;
import io.bareme.exchange.Fields.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rights stated in a claim, and remembers what could be read of them where not all could. */
final class CoverReader {

    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final int MOST_CONTRACTS = 10;
    private static final int YEARS_OPEN = 100;

    private final LocalDate firstCare;
    private final LocalDate lastCare;
    private final LocalDate today;
    private final List<StatedCover.Contract> contracts = new ArrayList<>();
    private @Nullable Scheme scheme;

    CoverReader(LocalDate firstCare, LocalDate lastCare, LocalDate today) {
        this.firstCare = firstCare;
        this.lastCare = lastCare;
        this.today = today;
    }

    /** What could be read; nothing where no rights are stated. */
    StatedCover stated() {
        return new StatedCover(scheme, contracts);
    }

    /** The rights, or null when something they cannot do without is missing or broken, which was reported. */
    @Nullable
    CoverForm read(Fields fields) {
        String scheme = fields.word("scheme", Words.SCHEMES.keySet());
        LocalDate born = fields.day("born", FIRST_BIRTH, today);
        List<String> exemptions = fields.words("exemptions", Words.EXEMPTIONS.keySet());
        this.scheme = scheme == null ? null : Words.of(Words.SCHEMES, scheme);
        List<ContractForm> contracts = fields.objects("contracts", 0, MOST_CONTRACTS, this::contract);
        List<ChangeForm> then = fields.objects("then", 0, MOST_CONTRACTS, this::change);
        checkChanges(fields, then);
        fields.refuseOthers();
        return scheme == null || born == null ? null : new CoverForm(scheme, born, exemptions, contracts, then);
    }

    private @Nullable ContractForm contract(Fields fields) {
        String product = fields.text("product", Form.NAME);
        String level = fields.text("level", Form.NAME);
        LocalDate from = fields.dayOrNone("from", FIRST_BIRTH, lastCare);
        LocalDate to = fields.dayOrNone("to", FIRST_BIRTH, today.plusYears(YEARS_OPEN));
        fields.refuseOthers();
        if (product != null) {
            contracts.add(new StatedCover.Contract(fields.pointer(), product, level));
        }
        LocalDate first = from == null ? firstCare : from;
        if (to != null && to.isBefore(first)) {
            fields.refuse("to", "last-before-first", null, "first", first);
            return null;
        }
        return product == null || level == null ? null : new ContractForm(product, level, first, to);
    }

    private @Nullable ChangeForm change(Fields fields) {
        LocalDate from = fields.day("from", firstCare, lastCare);
        String changed = fields.word("scheme", Words.SCHEMES.keySet());
        List<String> exemptions = fields.words("exemptions", Words.EXEMPTIONS.keySet());
        fields.refuseOthers();
        if (changed != null && scheme != null && !country(changed).equals(scheme.country())) {
            fields.refuse("scheme", "scheme-elsewhere", null, "country", scheme.country());
        }
        return from == null || changed == null ? null : new ChangeForm(from, changed, exemptions);
    }

    private static String country(String scheme) {
        return Words.of(Words.SCHEMES, scheme).country();
    }

    private static void checkChanges(Fields fields, List<ChangeForm> then) {
        for (int i = 1; i < then.size(); i++) {
            LocalDate before = then.get(i - 1).from();
            if (!before.isBefore(then.get(i).from())) {
                fields.refuse("then", "changes-not-in-order", null, "before", before);
            }
        }
    }
}
