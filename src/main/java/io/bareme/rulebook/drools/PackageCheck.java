package io.bareme.rulebook.drools;

import java.util.Collection;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;

/** What stands around the rules of a file: its package, imports and the one global; nothing else. */
final class PackageCheck {

    private final PackageDescr file;
    private final Problems problems;

    private PackageCheck(PackageDescr file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static void check(PackageDescr file, Problems problems) {
        PackageCheck check = new PackageCheck(file, problems);
        check.name();
        check.imports();
        check.globals();
        check.forbidden();
    }

    private void name() {
        if (!Vocabulary.PACKAGE.equals(file.getName())) {
            String named = file.getName() == null || file.getName().isEmpty() ? "none" : file.getName();
            problems.add(line(file), "the package is " + named + ". Allowed: package " + Vocabulary.PACKAGE);
        }
    }

    private void imports() {
        for (ImportDescr one : file.getImports()) {
            if (!Vocabulary.IMPORTS.contains(one.getTarget())) {
                problems.unknown(one.getLine(), "import " + one.getTarget(), one.getTarget(), Vocabulary.IMPORTS);
            }
        }
        none(file.getFunctionImports(), "an imported function");
        none(file.getAccumulateImports(), "an imported accumulate function");
    }

    private void globals() {
        for (GlobalDescr one : file.getGlobals()) {
            if (!Vocabulary.GLOBAL.equals(one.getIdentifier()) || !"Findings".equals(one.getType())) {
                problems.add(
                        one.getLine(),
                        "global " + one.getType() + " " + one.getIdentifier() + ". Allowed: global Findings findings");
            }
        }
    }

    private void forbidden() {
        none(file.getFunctions(), "a function");
        none(file.getTypeDeclarations(), "a declared type");
        none(file.getEnumDeclarations(), "a declared enum");
        none(file.getEntryPointDeclarations(), "an entry point");
        none(file.getWindowDeclarations(), "a window");
        none(file.getAttributes(), "an attribute of the whole file");
        if (file.getUnit() != null) {
            problems.add(line(file.getUnit()), "a rule unit. Allowed: rules only");
        }
    }

    private void none(Collection<? extends BaseDescr> found, String what) {
        for (BaseDescr one : found) {
            problems.add(line(one), what + ". Allowed: rules only");
        }
    }

    private static int line(BaseDescr part) {
        return Math.max(part.getLine(), 1);
    }
}
