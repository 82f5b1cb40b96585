package io.bareme.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request: who asks, for whom, what care. Everything in it is well-formed; whether it is known, covered and payable
 * is the decision's business.
 *
 * @param person the beneficiary's pseudonymous id
 * @param received the day it was received
 * @param thirdParty whether the professional is paid directly (tiers payant)
 * @param agreement the number of the prior agreement or commitment it refers to
 * @param lines 1 to {@value #MAX_LINES} care lines, numbered from 1
 * @param earlier earlier care that matters to this claim: duplicates, frequency
 * @param dossier the way of a file of a Moroccan complementary contract; null for any other claim
 * @param statement the day of the scheme's statement that the file rests on; null where the claim does not say
 * @param invoice which invoice it is; null for any other claim
 * @param review what a person decided on it after it was referred, or on what an invoice calls on; null for a claim that
 *     no person has looked at
 */
public record Claim(
        ClaimKind kind,
        String person,
        LocalDate received,
        boolean thirdParty,
        Provider provider,
        @Nullable LocalDate prescribed,
        @Nullable String agreement,
        List<CareLine> lines,
        List<EarlierCare> earlier,
        @Nullable Dossier dossier,
        @Nullable LocalDate statement,
        @Nullable Invoice invoice,
        @Nullable Review review) {

    /**
     * A professional's invoice.
     *
     * @param number the professional's own
     * @param commitment the number of the commitment that it calls on; null for care that nothing was asked for
     */
    public record Invoice(String number, @Nullable String commitment) {}

    /** The most lines one claim may have. */
    public static final int MAX_LINES = 500;

    public Claim {
        lines = List.copyOf(lines);
        earlier = List.copyOf(earlier);
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("A claim has 1 to " + MAX_LINES + " lines, not " + lines.size());
        }
        boolean paidBefore = lines.stream()
                .map(CareLine::given)
                .anyMatch(given -> given.alreadyPaid() != null || given.claimedByScheme() != null);
        if (dossier == null && paidBefore) {
            throw new IllegalArgumentException("Only a file of a complementary contract says what was paid before");
        }
    }

    /** A claim that is neither a file nor an invoice, and that no person has looked at. */
    public Claim(
            ClaimKind kind,
            String person,
            LocalDate received,
            boolean thirdParty,
            Provider provider,
            @Nullable LocalDate prescribed,
            @Nullable String agreement,
            List<CareLine> lines,
            List<EarlierCare> earlier) {
        this(
                kind,
                person,
                received,
                thirdParty,
                provider,
                prescribed,
                agreement,
                lines,
                earlier,
                null,
                null,
                null,
                null);
    }

    /** The first of its days of care. */
    public LocalDate firstCare() {
        return lines.stream().map(CareLine::date).min(LocalDate::compareTo).orElseThrow();
    }

    /** The last of its days of care. */
    public LocalDate lastCare() {
        return lines.stream().map(CareLine::date).max(LocalDate::compareTo).orElseThrow();
    }

    /** The same, of some of its lines, which keep their numbers. */
    public Claim with(List<CareLine> some) {
        return with(prescribed, agreement, some, review);
    }

    /** The same, with what a person decided on it. */
    public Claim with(@Nullable Review decided) {
        return with(prescribed, agreement, lines, decided);
    }

    /** The same, with what an earlier request said where this one is silent. */
    public Claim silentAs(Claim other) {
        return with(
                prescribed == null ? other.prescribed : prescribed,
                agreement == null ? other.agreement : agreement,
                lines,
                review);
    }

    private Claim with(
            @Nullable LocalDate day, @Nullable String number, List<CareLine> some, @Nullable Review decided) {
        return new Claim(
                kind,
                person,
                received,
                thirdParty,
                provider,
                day,
                number,
                some,
                earlier,
                dossier,
                statement,
                invoice,
                decided);
    }

    /** Binds the claim to everything it refers to. */
    public ResolvedClaim resolve(Rights rights, Consumption consumption, Edition edition) {
        return new ResolvedClaim(
                this, rights, consumption, edition, new Resolution(this, rights, edition).lines(), Set.of());
    }
}
