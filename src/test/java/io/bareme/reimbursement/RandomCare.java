package io.bareme.reimbursement;

import static io.bareme.decision.TwoServices.line;

import io.bareme.adjudication.CareLine;
import io.bareme.journal.StoredDecision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Care that limits count, of people who share them, in the days before today. */
record RandomCare(Random random, LocalDate today) {

    String person() {
        return List.of("family-1", "family-2", "count-1", "shared-1", "rolling-1", "two-1")
                .get(random.nextInt(6));
    }

    /** One or two; of some a person must look at what is stated. */
    String lines() {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            String act = List.of("osteopathie", "sevrage-tabagique", "dietetique", "seance-psychologue-non-remboursee")
                    .get(random.nextInt(4));
            int quantity = 1 + random.nextInt(3);
            lines.add(line(
                    act,
                    today.minusDays(random.nextInt(6)).toString(),
                    quantity * (10 + random.nextInt(60)) + ".00",
                    "\"quantity\": " + quantity + (random.nextInt(4) == 0 ? ", \"base\": \"5.00\"" : "")));
        }
        return String.join(",", lines);
    }

    /** One unit of the first line, as it was asked for. */
    static String unitOf(StoredDecision promise) {
        CareLine line = promise.input().claim().lines().getFirst();
        BigDecimal unit = BigDecimal.valueOf(line.charge().cents() / line.quantity(), 2);
        return line(line.act().code(), line.date().toString(), unit.toString());
    }
}
