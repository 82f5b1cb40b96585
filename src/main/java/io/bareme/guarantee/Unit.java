package io.bareme.guarantee;

/** What a guarantee is given for, or what a limit counts. */
public enum Unit {
    ACT,
    CONSULTATION,
    SESSION,
    DAY,
    NIGHT,
    STAY,
    LENS,
    PAIR,
    EQUIPMENT,
    EYE,
    EAR,
    TOOTH,
    PROSTHESIS,
    IMPLANT,
    SEMESTER,
    CHILD,
    BOX,
    KILOMETRE
}
