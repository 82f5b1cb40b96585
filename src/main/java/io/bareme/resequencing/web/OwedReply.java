package io.bareme.resequencing.web;

import io.bareme.adjudication.Owed;
import io.bareme.resequencing.Correction;
import io.bareme.values.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a contract owes somebody in addition; below zero, is to be paid back. */
@Schema(name = "OwedDifference")
record OwedReply(
        String contract,

        @Schema(example = "ccn-formation") String product,

        @Schema(
                description = "The professional under third-party payment, else the member.",
                allowableValues = {"provider", "member"})
        String payee,

        @Schema(description = "The professional's or the member's number.")
        String id,

        @Schema(description = "Paid in addition; below zero, to be recovered.", example = "-50.00")
        String amount) {

    private record To(String contract, String product, String payee, String id) {}

    static List<OwedReply> of(Correction one) {
        return one.owed().stream()
                .map(owed -> {
                    To to = to(one, owed);
                    return new OwedReply(
                            to.contract(), to.product(), to.payee(), to.id(), ResequencingReply.plain(owed.amount()));
                })
                .toList();
    }

    /** Summed up by contract and payee. */
    static List<OwedReply> inAll(List<Correction> corrections) {
        Map<To, Money> sums = new LinkedHashMap<>();
        corrections.forEach(one -> one.owed().forEach(owed -> sums.merge(to(one, owed), owed.amount(), Money::plus)));
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> new OwedReply(
                        sum.getKey().contract(),
                        sum.getKey().product(),
                        sum.getKey().payee(),
                        sum.getKey().id(),
                        ResequencingReply.plain(sum.getValue())))
                .toList();
    }

    /** Files of Moroccan complementary contracts are not put in order: a scheme is owed nothing here. */
    private static To to(Correction one, Owed owed) {
        String id = switch (owed.payee()) {
            case PROVIDER -> one.was().claim().provider().id();
            case MEMBER -> one.was().claim().person();
            case SCHEME ->
                throw new IllegalStateException(
                        "A file was put in order: " + one.was().id());
        };
        return new To(
                Objects.requireNonNull(owed.enrolment()),
                Objects.requireNonNull(owed.product()),
                owed.payee().name().toLowerCase(Locale.ROOT),
                id);
    }
}
