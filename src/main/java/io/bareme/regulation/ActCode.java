package io.bareme.regulation;

/** An act's code in its system, as {@code CCAM HBLD634}. */
public record ActCode(CodeSystem system, String code) {

    @Override
    public String toString() {
        return system + " " + code;
    }
}
