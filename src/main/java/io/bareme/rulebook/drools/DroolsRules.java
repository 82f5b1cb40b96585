package io.bareme.rulebook.drools;

import io.bareme.adjudication.CoverageRules;
import io.bareme.adjudication.Finding;
import io.bareme.adjudication.Findings;
import io.bareme.adjudication.LineFacts;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.DirectFiringOption;

/**
 * Compiled coverage rules. Each call is a session of its own from a pool, so that any number of threads may examine
 * lines at once; rules fire as they match, since none depends on another. Drools' {@code ThreadSafeOption.NO} stays
 * unused: with the executable model it decides wrongly, silently.
 */
public final class DroolsRules implements CoverageRules, AutoCloseable {

    private static final Comparator<Finding> CANONICAL =
            Comparator.comparingInt(Finding::line).thenComparing(Finding::rule).thenComparing(Finding::reason);

    private final KieContainer container;
    private final KieSessionsPool pool;
    private final KieSessionConfiguration directly;
    private final List<CoverageRule> described;
    private final ReadWriteLock running = new ReentrantReadWriteLock();
    private boolean closed;

    private DroolsRules(KieContainer container, List<CoverageRule> described) {
        this.container = container;
        this.described = List.copyOf(described);
        this.pool =
                container.getKieBase().newKieSessionsPool(Runtime.getRuntime().availableProcessors());
        this.directly = KieServices.get().newKieSessionConfiguration();
        directly.setOption(DirectFiringOption.YES);
    }

    static DroolsRules of(KieContainer container, List<CoverageRule> described) {
        return new DroolsRules(container, described);
    }

    /** The rules in the order of files and lines. */
    public List<CoverageRule> described() {
        return described;
    }

    /**
     * What the rules find, ordered by line, then by rule.
     *
     * @throws IllegalStateException when rules fire more often than once per rule and line, or after {@link #close}
     */
    @Override
    public List<Finding> examine(List<LineFacts> lines) {
        running.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("These coverage rules are closed");
            }
            return lines.isEmpty() || described.isEmpty() ? List.of() : inSession(lines);
        } finally {
            running.readLock().unlock();
        }
    }

    private List<Finding> inSession(List<LineFacts> lines) {
        Findings findings = new Findings();
        KieSession session = pool.newKieSession(directly);
        try {
            session.setGlobal(Vocabulary.GLOBAL, findings);
            lines.forEach(session::insert);
            fire(session, Math.multiplyExact(lines.size(), described.size()) + 1);
        } finally {
            session.dispose();
        }
        return findings.all().stream().sorted(CANONICAL).toList();
    }

    private static void fire(KieSession session, int limit) {
        if (session.fireAllRules(limit) >= limit) {
            throw new IllegalStateException(
                    "Coverage rules fired " + limit + " times, more than once per rule and line: a rule loops");
        }
    }

    /** Waits for the calls that run, then lets the compiled rules go. */
    @Override
    public void close() {
        running.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                pool.shutdown();
                container.dispose();
            }
        } finally {
            running.writeLock().unlock();
        }
    }
}
