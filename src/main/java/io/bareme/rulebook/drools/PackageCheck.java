package io.bareme.rulebook.drools;

import java.util.Collection;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;

/** What stands around the rules of a file: its package, imports and the one global; nothing else. */
final class PackageCheck {

    private static final String GLOBAL = "global Findings findings";

    private final PackageDescr file;
    private final Complaints complaints;

    private PackageCheck(PackageDescr file, Complaints complaints) {
        this.file = file;
        this.complaints = complaints;
    }

    static void check(PackageDescr file, Complaints complaints) {
        PackageCheck check = new PackageCheck(file, complaints);
        check.name();
        check.imports();
        check.globals();
        check.forbidden();
    }

    private void name() {
        if (!Vocabulary.PACKAGE.equals(file.getName())) {
            String named = file.getName() == null ? "" : file.getName();
            complaints.add(line(file), named, "not the package of coverage rules", "package " + Vocabulary.PACKAGE);
        }
    }

    private void imports() {
        for (ImportDescr one : file.getImports()) {
            if (!Vocabulary.IMPORTS.contains(one.getTarget())) {
                complaints.unknown(
                        one.getLine(), one.getTarget(), "not to be imported", one.getTarget(), Vocabulary.IMPORTS);
            }
        }
        for (String needed : Vocabulary.NEEDED) {
            if (file.getImports().stream().noneMatch(one -> needed.equals(one.getTarget()))) {
                complaints.add(line(file), "", "rules need an import", needed);
            }
        }
        none(file.getFunctionImports(), "an imported function");
        none(file.getAccumulateImports(), "an imported accumulate function");
    }

    private void globals() {
        if (file.getGlobals().isEmpty()) {
            complaints.add(line(file), "", "rules need somewhere to write what they find", GLOBAL);
        }
        for (GlobalDescr one : file.getGlobals()) {
            if (!Vocabulary.GLOBAL.equals(one.getIdentifier()) || !"Findings".equals(one.getType())) {
                complaints.add(
                        one.getLine(),
                        "global " + one.getType() + " " + one.getIdentifier(),
                        "a rule sees one global only",
                        GLOBAL);
            }
        }
    }

    private void forbidden() {
        none(file.getFunctions(), "a function");
        none(file.getTypeDeclarations(), "a declared type");
        none(file.getEnumDeclarations(), "a declared enum");
        none(file.getEntryPointDeclarations(), "an entry point");
        none(file.getWindowDeclarations(), "a window");
        none(file.getAttributes(), "an attribute of all rules of the file");
        if (file.getUnit() != null) {
            complaints.add(line(file.getUnit()), "", "a rule unit", "rules only");
        }
    }

    private void none(Collection<? extends BaseDescr> found, String what) {
        for (BaseDescr one : found) {
            complaints.add(line(one), "", what, "rules only");
        }
    }

    private static int line(BaseDescr part) {
        return Math.max(part.getLine(), 1);
    }
}
