package dev.toec.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No module knows more than it may: a target knows no other, the front end for eBPF knows no engine. */
class ModuleKnowledgeTest {
    /** Which of the packages of other modules a module's packages may use, beside those of core. */
    private static final Map<String, List<String>> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("dev.toec.ebpf", List.of());
        KNOWN.put("dev.toec.interp", List.of());
        KNOWN.put("dev.toec.cgen", List.of());
        KNOWN.put("dev.toec.target.cpu", List.of("dev.toec.cgen"));
        KNOWN.put("dev.toec.target.x86", List.of("dev.toec.target.cpu", "dev.toec.cgen"));
        KNOWN.put("dev.toec.target.bluefield", List.of("dev.toec.target.cpu", "dev.toec.cgen"));
        KNOWN.put("dev.toec.target.nfp", List.of("dev.toec.cgen"));
        KNOWN.put("dev.toec.cli", List.of("dev.toec.ebpf", "dev.toec.interp"));
    }

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.toec");

    @TestFactory
    Stream<DynamicTest> modules() {
        return KNOWN.keySet().stream().map(module -> DynamicTest.dynamicTest(module, () -> check(module)));
    }

    private static void check(String module) {
        classes()
                .that(areOf(module))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "belong to core, to " + KNOWN.get(module) + " or to libraries", c -> mayUse(module, c)))
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> areOf(String module) {
        return DescribedPredicate.describe("are of " + module, c -> isOf(module, c));
    }

    private static boolean isOf(String module, JavaClass c) {
        return (c.getPackageName() + ".").startsWith(module + ".");
    }

    private static boolean mayUse(String module, JavaClass used) {
        return KNOWN.keySet().stream()
                .filter(other -> isOf(other, used))
                .allMatch(other -> other.equals(module) || KNOWN.get(module).contains(other));
    }
}
