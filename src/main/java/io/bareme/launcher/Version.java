package io.bareme.launcher;

import picocli.CommandLine.IVersionProvider;

/** The version written into the jar at build time, and the Java it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Barème " + (version == null ? "(not from a jar)" : version), "Java " + Runtime.version()};
    }
}
