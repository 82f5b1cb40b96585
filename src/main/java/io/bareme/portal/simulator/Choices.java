package io.bareme.portal.simulator;

import io.bareme.adjudication.Course;
import io.bareme.adjudication.Dossier;
import io.bareme.adjudication.Exemption;
import io.bareme.adjudication.Provider.Category;
import io.bareme.adjudication.Scheme;
import java.util.Arrays;
import java.util.List;

/** What the form's lists offer; each word is also the end of its message's key. */
final class Choices {

    static final List<String> PROFESSIONS = List.of(
            "general-practitioner",
            "specialist",
            "cardiologist",
            "gynaecologist",
            "ophthalmologist",
            "paediatrician",
            "psychiatrist",
            "radiologist",
            "stomatologist",
            "surgeon",
            "dentist",
            "orthodontist",
            "physiotherapist",
            "osteopath",
            "optician",
            "audiologist",
            "pharmacist",
            "laboratory",
            "hospital",
            "ambulance");
    static final List<String> PATHWAYS = List.of("in", "out", "exempt");
    static final List<String> BASKETS = List.of("100-sante", "controlled", "free");
    static final List<String> CLASSES = List.of("A", "B", "I", "II");
    static final List<String> LENSES = List.of("simple", "complex", "very-complex");

    static final List<String> DISCHARGES =
            Arrays.stream(Course.Discharge.values()).map(Course.Discharge::word).toList();
    static final List<String> DAILY_CHARGES = Arrays.stream(Course.DailyCharge.values())
            .map(Course.DailyCharge::word)
            .toList();
    static final List<String> RENEWALS =
            Arrays.stream(Course.Renewal.values()).map(Course.Renewal::word).toList();
    static final List<String> DOSSIERS =
            Arrays.stream(Dossier.values()).map(Dossier::word).toList();
    static final List<String> SIDES = List.of("right", "left");

    private Choices() {}

    static List<String> schemes(String country) {
        return Arrays.stream(Scheme.values())
                .filter(scheme -> scheme.country().equals(country))
                .map(Scheme::word)
                .toList();
    }

    static List<String> categories(String country) {
        List<Category> categories = country.equals("FR")
                ? List.of(
                        Category.SECTOR_1,
                        Category.OPTAM,
                        Category.NON_OPTAM,
                        Category.OUT_OF_CONVENTION,
                        Category.UNSPECIFIED)
                : List.of(Category.PRIVATE, Category.PUBLIC);
        return categories.stream().map(Category::word).toList();
    }

    static List<String> exemptions(String country) {
        return Arrays.stream(Exemption.values())
                .filter(exemption -> exemption != Exemption.ALC || country.equals("MA"))
                .filter(exemption -> exemption != Exemption.NEWBORN || country.equals("FR"))
                .map(Exemption::word)
                .toList();
    }
}
