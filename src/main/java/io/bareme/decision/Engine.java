package io.bareme.decision;

import org.jspecify.annotations.Nullable;

/** Which engine decided: with the edition's hash, what a decision needs to be computed again. */
public final class Engine {

    /** The version written into the jar at build time; {@code development} when not run from one. */
    public static final String VERSION = version(Engine.class.getPackage().getImplementationVersion());

    private Engine() {}

    private static String version(@Nullable String ofJar) {
        return ofJar == null ? "development" : ofJar;
    }
}
