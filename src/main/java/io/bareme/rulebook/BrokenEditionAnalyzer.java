package io.bareme.rulebook;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words, without a stack trace, why the service does not start on a broken edition. */
final class BrokenEditionAnalyzer extends AbstractFailureAnalyzer<BrokenEdition> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenEdition broken) {
        String action = "Corrigez ces fichiers, puis vérifiez-les : ./run check guarantee-tables\n"
                + "Mend these files, then check them: ./run check guarantee-tables";
        return new FailureAnalysis(String.valueOf(broken.getMessage()), action, broken);
    }
}
