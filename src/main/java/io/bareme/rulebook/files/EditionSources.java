package io.bareme.rulebook.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files an edition is made of, by path, as bytes: everything under {@code rules/} but the harness of cases, and
 * everything under {@code guarantee-tables/}. The content hash depends on paths and bytes only, never on the order in
 * which a file system lists them, on dates or on the folder's own name.
 */
public final class EditionSources {

    /** Regulation, nomenclature, coverage rules, cases. */
    public static final String RULES = "rules";
    /** Guarantee tables. */
    public static final String TABLES = "guarantee-tables";
    /** The harness of cases: it proves the engine, it is no part of an edition. */
    public static final String CASES = RULES + "/cases/";
    /** A file of more bytes is refused. */
    public static final long LARGEST_FILE = 20L * 1024 * 1024;

    private final SortedMap<String, byte[]> files;
    private final List<Problem> unreadable;

    EditionSources(Map<String, byte[]> files, List<Problem> unreadable) {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
        this.files = Collections.unmodifiableSortedMap(copy);
        this.unreadable = List.copyOf(unreadable);
    }

    /** Sources as they were stored: the map that {@link #files()} gave. */
    public static EditionSources of(Map<String, byte[]> stored) {
        return new EditionSources(stored, List.of());
    }

    /** By path, relative to the home folder, with forward slashes. Not to be written to. */
    public SortedMap<String, byte[]> files() {
        return files;
    }

    /** Files that could not be taken in: too large, leading out of the folder, not readable. */
    public List<Problem> unreadable() {
        return unreadable;
    }

    /** Whether there is any file of a table, readable or not. */
    public boolean holdsTables() {
        return files.keySet().stream().anyMatch(file -> file.startsWith(TABLES + "/")) || !unreadable.isEmpty();
    }

    /** These sources without the harness of cases: what is published, kept and hashed. */
    public EditionSources edition() {
        Map<String, byte[]> kept = new TreeMap<>(files);
        kept.keySet().removeIf(path -> path.startsWith(CASES));
        return new EditionSources(kept, unreadable);
    }

    /**
     * Lower-case hexadecimal SHA-256 over every file of the edition in the order of their paths: length of the path,
     * path, length of the content, content. Lengths are eight bytes, most significant first.
     */
    public String hash() {
        MessageDigest digest = sha256();
        files.forEach((path, content) -> {
            if (!path.startsWith(CASES)) {
                add(digest, path.getBytes(StandardCharsets.UTF_8));
                add(digest, content);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(
                java.nio.ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
