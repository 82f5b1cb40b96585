package io.bareme.rulebook;

import java.util.Map;
import java.util.Optional;

/** Where the sources of every edition ever in force are kept, for ever, under their content hash. */
@FunctionalInterface
public interface EditionArchive {

    /** The files by path, as {@code EditionSources.files()} gave them; empty when no edition has this hash. */
    Optional<Map<String, byte[]>> find(String hash);
}
