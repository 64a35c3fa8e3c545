package dev.toec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Packages stand in one order, and each sees only those before it: what comes late can be taken away. */
class PackageOrderTest {
    private static final List<String> ORDER = List.of(
            "source", "diag", "syntax", "types", "ir", "analysis", "pass", "graph", "target", "engine", "driver");

    /** Analyses also read the instance graph; passes, which join everything, and the type checker's lowering see more. */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of(
            "types", Set.of("ir"),
            "analysis", Set.of("graph"),
            "pass", Set.copyOf(ORDER));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.toec");

    @TestFactory
    Stream<DynamicTest> packagesSeeOnlyThoseBeforeThem() {
        return ORDER.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    private static void check(String name) {
        Set<String> visible = new TreeSet<>(ORDER.subList(0, ORDER.indexOf(name) + 1));
        visible.addAll(EXCEPTIONS.getOrDefault(name, Set.of()));
        Set<String> invisible = new TreeSet<>(ORDER);
        invisible.removeAll(visible);
        classes()
                .that()
                .resideInAPackage("dev.toec." + name + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(invisible.stream()
                        .map(late -> "dev.toec." + late + "..")
                        .toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CORE);
    }
}
