package io.bareme.rulebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bareme.adjudication.Edition;
import io.bareme.rulebook.EditionReading.Broken;
import io.bareme.rulebook.EditionReading.Ready;
import io.bareme.rulebook.files.EditionSources;
import io.bareme.rulebook.files.Folders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The edition in force, and every edition that ever was. A new one is compiled aside and takes the place of the old in
 * one step; a broken one changes nothing. At the start the edition is read from {@code rules/} and
 * {@code guarantee-tables/} of the home folder ({@code bareme.home}), and the program does not start on a broken one.
 */
@Service
public final class Rulebook {

    private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);
    private static final int EDITIONS_IN_MEMORY = 8;

    private record InForce(Edition edition, EditionSources sources) {}

    private final Path home;
    private final EditionArchive archive;
    private final Cache<String, Edition> recent =
            Caffeine.newBuilder().maximumSize(EDITIONS_IN_MEMORY).build();
    private volatile InForce inForce;

    /** The home is text: as a path, Spring would look for it inside the web server first. */
    @Autowired
    Rulebook(@Value("${bareme.home:.}") String home, ObjectProvider<EditionArchive> archives) {
        this(Path.of(home), archives.getIfAvailable(() -> _ -> Optional.empty()));
    }

    /**
     * Reads the edition of a home folder.
     *
     * @throws BrokenEdition when it cannot be read
     */
    Rulebook(Path home, EditionArchive archive) {
        this.home = home;
        this.archive = archive;
        EditionSources sources = sourcesAtHome();
        this.inForce = new InForce(
                ready(Editions.compile(sources), "The edition in " + home.toAbsolutePath() + " is broken."), sources);
        recent.put(inForce().hash(), inForce());
    }

    /** The edition that decides now. */
    public Edition inForce() {
        return inForce.edition;
    }

    /** The files of the edition that decides now, to be kept under its hash. */
    public EditionSources sourcesInForce() {
        return inForce.sources;
    }

    /**
     * An edition that decided once, for replay; empty when its sources were never kept.
     *
     * @throws BrokenEdition when this engine can no longer read them
     * @throws IllegalStateException when what was kept is not what was published
     */
    public Optional<Edition> byHash(String hash) {
        Edition known = recent.getIfPresent(hash);
        return known != null ? Optional.of(known) : archive.find(hash).map(files -> recompile(hash, files));
    }

    private Edition recompile(String hash, Map<String, byte[]> files) {
        EditionSources sources = EditionSources.of(files);
        if (!sources.hash().equals(hash)) {
            throw new IllegalStateException("What is kept under " + hash + " has the hash " + sources.hash());
        }
        Edition edition = ready(Editions.compile(sources), "The edition " + hash + " can no longer be read.");
        recent.put(hash, edition);
        return edition;
    }

    /** Reads the home folder again and publishes what it holds. */
    public EditionReading reload() {
        return publish(sourcesAtHome());
    }

    /** Compiles aside; the new edition decides from now on, unless it is broken. */
    public synchronized EditionReading publish(EditionSources sources) {
        EditionSources published = sources.edition();
        EditionReading reading = Editions.compile(published);
        switch (reading) {
            case Ready ready -> {
                recent.put(ready.edition().hash(), ready.edition());
                inForce = new InForce(ready.edition(), published);
                LOG.info("Edition {} is in force", ready.edition().hash());
            }
            case Broken broken ->
                LOG.warn(
                        "An edition with {} problems was not published; {} stays in force",
                        broken.problems().size(),
                        inForce().hash());
        }
        return reading;
    }

    private EditionSources sourcesAtHome() {
        return Folders.read(home.resolve(EditionSources.RULES), home.resolve(EditionSources.TABLES))
                .edition();
    }

    private static Edition ready(EditionReading reading, String otherwise) {
        return switch (reading) {
            case Ready ready -> ready.edition();
            case Broken broken -> throw new BrokenEdition(otherwise, broken.problems());
        };
    }
}
