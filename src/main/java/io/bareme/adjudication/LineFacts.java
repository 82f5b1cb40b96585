package io.bareme.adjudication;

import io.bareme.values.Currency;
import io.bareme.values.Money;

/**
 * What a coverage rule sees: one care line, flat and fully resolved, nothing but plain values. A rule cannot see
 * amounts that are not computed yet. Amounts are in cents; thresholds are the dated values of the regulation and are
 * {@link #NO_THRESHOLD}, ages and days {@link #NO_LIMIT}, where none is established. Words are those of files, in lower
 * case; a text is empty, never null, when it is not known.
 *
 * @param number the care line's number
 * @param country of the compulsory scheme: {@code FR} or {@code MA}
 * @param scheme its word: {@code fr-general}, {@code ma-cnss}, …
 * @param claimKind {@code simulation}, {@code authorization}, {@code invoice} or {@code reimbursement}
 * @param act the code with its system, {@code CCAM HBLD634}
 * @param actKnown whether the nomenclature has it
 * @param family its care family; empty when the act is not known
 * @param careKind the care kind's word; empty when the act is not known
 * @param age full years on the day of care; negative before birth
 * @param careCountry where the care was given
 * @param pathway {@code inside}, {@code outside} or {@code exempt}
 * @param penaltyAge the age from which the pathway penalty applies
 * @param category the provider's category word
 * @param chargeCents what was charged, for the whole quantity
 * @param baseCents the base for the whole quantity; 0 when there is none
 * @param missingQuantity the regulated quantity that the base needs and that is not established; empty when none is, and
 *     where the insurer pays from the first dirham, whatever the tariff
 * @param enrolmentsHeld contracts the person has or had
 * @param enrolmentsOpen contracts that cover the day of care, suspended or not
 * @param enrolmentsSuspended of these, how many are suspended
 * @param tablesMissing open contracts whose product has no table for that day
 * @param responsibleOpen open contracts that claim to be responsible (CSS L871-1): they owe the legal floor even where
 *     their table is silent
 * @param guaranteeLines cells of the open contracts that name the act's family, whatever their conditions
 * @param leftToPerson a line of a contract's printed table that its grid does not say, and the product; empty when none
 * @param agreed the claim refers to a prior agreement
 * @param agreementByAct the act needs a prior agreement
 * @param agreementByChargeCents the charge above which a prior agreement is needed
 * @param stayDays how many days the stay has lasted at the end of the line; 0 for any other care
 * @param agreementStayDays the days of a stay beyond which the scheme's agreement is needed
 * @param daysSinceCare from the day of care to the day the claim was received; negative for care to come
 * @param daysToFile from the day on which the filing delay begins to the day the claim was received: the day of care, for
 *     a remainder that of the scheme's statement; 0 where the member files nothing
 * @param filingDays days within which a claim must be filed
 * @param prescriptionNeeded the act is only covered when prescribed
 * @param prescribed the claim names a prescription
 * @param coefficientMissing the act's value needs a coefficient that nobody gave
 * @param duplicate the same act, day, professional and part of the body appears earlier or in the same claim
 * @param renewal why an optical equipment is renewed early: {@code eyesight}, {@code medical}, {@code frame-fit}; empty
 *     when the claim does not say
 * @param sideMissing a hearing aid of which the claim does not say for which ear
 * @param treatmentStartAge full years when the treatment began; -1 when the claim does not say when
 * @param startAgeLimit the age from which such a treatment begins too late
 * @param treatmentSemester which semester of treatment it is, from 1; 0 when the claim does not say when it began
 * @param semesterLimit how many semesters of such a treatment are paid
 * @param actFromAge the age from which the act is meant
 * @param disproportionCents the charge above which an amount is out of proportion to its base
 * @param dossier the way of an AMC file: {@code full-advance}, {@code estimated-complement}, {@code remainder},
 *     {@code cnss-flow} or {@code one-stop}; empty for any other claim
 * @param compulsoryStated the claim says what the compulsory scheme pays for the line
 * @param alreadyPaidStated the claim says what the complementary contracts already paid for the line
 * @param claimedByScheme the claim says what the scheme claims from the insurer for the line
 * @param schemeRefused the compulsory scheme refused the act, or pays nothing for it
 * @param justificationNeeded the scheme pays the act as another one unless it has a medical ground
 * @param justificationByTable a table pays the act for its medical ground alone: none of its lines is for the same act
 *     without one
 * @param statementDayMissing a remainder that may be late and does not say when the scheme's statement came
 * @param contractsLeavingRefused open contracts that say they do not pay what the scheme refuses
 * @param contractsSilentOnRefused open contracts that complement a Moroccan scheme and do not say whether they do
 */
public record LineFacts(
        int number,
        String country,
        String scheme,
        String claimKind,
        String act,
        boolean actKnown,
        String family,
        String careKind,
        int age,
        String careCountry,
        String pathway,
        int penaltyAge,
        String category,
        long chargeCents,
        long baseCents,
        String missingQuantity,
        int enrolmentsHeld,
        int enrolmentsOpen,
        int enrolmentsSuspended,
        int tablesMissing,
        int responsibleOpen,
        int guaranteeLines,
        String leftToPerson,
        boolean agreed,
        boolean agreementByAct,
        long agreementByChargeCents,
        int stayDays,
        int agreementStayDays,
        int daysSinceCare,
        int daysToFile,
        int filingDays,
        boolean prescriptionNeeded,
        boolean prescribed,
        boolean coefficientMissing,
        boolean duplicate,
        String renewal,
        boolean sideMissing,
        int treatmentStartAge,
        int startAgeLimit,
        int treatmentSemester,
        int semesterLimit,
        int actFromAge,
        long disproportionCents,
        String dossier,
        boolean compulsoryStated,
        boolean alreadyPaidStated,
        boolean claimedByScheme,
        boolean schemeRefused,
        boolean justificationNeeded,
        boolean justificationByTable,
        boolean statementDayMissing,
        int contractsLeavingRefused,
        int contractsSilentOnRefused) {

    /** No threshold is established: nothing exceeds it. */
    public static final long NO_THRESHOLD = Long.MAX_VALUE;

    /** No age or number of days is established: none exceeds it. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /** What was charged, as findings name it. */
    public Money charge() {
        return money(chargeCents);
    }

    /** The charge above which a prior agreement is needed, as findings name it. */
    public Money agreementByCharge() {
        return money(agreementByChargeCents);
    }

    /** The base, as findings name it. */
    public Money base() {
        return money(baseCents);
    }

    private Money money(long cents) {
        return new Money(cents, country.equals("FR") ? Currency.EUR : Currency.MAD);
    }
}
