package io.bareme.regulation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the compulsory scheme sees an act: it decides the rate and which deductibles apply. */
public enum CareKind {
    // France (CSS R160-5)
    DOCTOR,
    TECHNICAL,
    HOSPITAL_STAY,
    HOSPITAL_FEES,
    DENTAL_CARE,
    DENTAL_PROSTHESIS,
    ORTHODONTICS,
    ORTHODONTICS_FOLLOW_UP,
    AUXILIARY,
    BIOLOGY,
    MEDICINE_65,
    MEDICINE_30,
    MEDICINE_15,
    DEVICE,
    TRANSPORT,
    THERMAL_CURE,
    PSYCHOLOGIST,
    DAILY_CHARGE,
    EMERGENCY_FEE,
    // Morocco (décret 2-05-733)
    CONSULTATION,
    MEDICAL_ACT,
    RADIOLOGY,
    MEDICINE,
    HOSPITAL_PRIVATE,
    HOSPITAL_PUBLIC,
    SURGERY_FLAT,
    DIALYSIS,
    OPTICS,
    /** The compulsory scheme pays nothing for it. */
    UNCOVERED;

    /** The word files use: {@code dental-care}. It is the key of the rates' series. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static @Nullable CareKind named(String word) {
        for (CareKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
