package io.bareme.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources of editions, each file under its content's hash, so that files shared by editions are kept once. */
final class Editions {

    private final JdbcClient sql;

    Editions(JdbcClient sql) {
        this.sql = sql;
    }

    void keep(String tenant, EditionSources sources) {
        SortedMap<String, String> hashes = new TreeMap<>();
        sources.files().forEach((path, bytes) -> hashes.put(path, sha256(bytes)));
        boolean isNew =
                sql.sql("insert into journal.edition (tenant, hash) values (:tenant, :hash) on conflict do nothing")
                                .param("tenant", tenant)
                                .param("hash", sources.hash())
                                .update()
                        == 1;
        if (isNew) {
            sources.files().forEach((path, bytes) -> keep(tenant, sources.hash(), path, bytes));
        } else if (!hashes(tenant, sources.hash()).equals(hashes)) {
            throw new IllegalArgumentException("Other files are kept under the edition " + sources.hash());
        }
    }

    private void keep(String tenant, String edition, String path, byte[] bytes) {
        sql.sql("""
                        with kept as (
                            insert into journal.source (tenant, hash, bytes) values (:tenant, :hash, :bytes)
                            on conflict do nothing)
                        insert into journal.edition_source (tenant, edition, path, source)
                        values (:tenant, :edition, :path, :hash)
                        """)
                .param("tenant", tenant)
                .param("edition", edition)
                .param("path", path)
                .param("hash", sha256(bytes))
                .param("bytes", bytes)
                .update();
    }

    private SortedMap<String, String> hashes(String tenant, String edition) {
        SortedMap<String, String> hashes = new TreeMap<>();
        sql.sql("select path, source from journal.edition_source where tenant = :tenant and edition = :edition")
                .param("tenant", tenant)
                .param("edition", edition)
                .query(row -> {
                    hashes.put(row.getString("path"), row.getString("source"));
                });
        return hashes;
    }

    Optional<EditionSources> sources(String tenant, String edition) {
        Map<String, byte[]> files = new TreeMap<>();
        sql.sql("""
                        select e.path, e.source, s.bytes from journal.edition_source e
                        join journal.source s on s.tenant = e.tenant and s.hash = e.source
                        where e.tenant = :tenant and e.edition = :edition
                        """).param("tenant", tenant).param("edition", edition).query(row -> {
            files.put(row.getString("path"), sound(row.getString("source"), row.getBytes("bytes")));
        });
        return files.isEmpty() ? Optional.empty() : Optional.of(EditionSources.of(edition, files));
    }

    private static byte[] sound(String hash, byte[] bytes) {
        if (!sha256(bytes).equals(hash)) {
            throw new IllegalStateException("The source kept under " + hash + " is damaged");
        }
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
