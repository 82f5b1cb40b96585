package io.bareme.journal;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files an edition was built from.
 *
 * @param hash the edition's content hash
 * @param files bytes by path, with forward slashes; not to be written to
 */
public record EditionSources(String hash, SortedMap<String, byte[]> files) {

    public EditionSources {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static EditionSources of(String hash, Map<String, byte[]> files) {
        return new EditionSources(hash, new TreeMap<>(files));
    }
}
