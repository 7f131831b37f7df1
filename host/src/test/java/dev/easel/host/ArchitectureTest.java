package dev.easel.host;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The arrows between packages point downwards only. */
class ArchitectureTest {

    /** From the top down: what stands further down knows nothing of what stands above. */
    private static final List<String> ORDER = List.of(
            "control",
            "http",
            "ocs",
            "access",
            "metrics",
            "task",
            "runtime",
            "provider",
            "image",
            "database",
            "config",
            "logging");

    private static final JavaClasses EASEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.easel");

    @Test
    void thereIsSomethingToCheck() {
        assertTrue(EASEL.containPackage("dev.easel.host.http"));
        assertTrue(EASEL.containPackage("dev.easel.api.task"));
    }

    @Test
    void arrowsPointDownwards() {
        for (int lower = 1; lower < ORDER.size(); lower++) {
            for (int upper = 0; upper < lower; upper++) {
                noClasses()
                        .that()
                        .resideInAPackage(inHost(ORDER.get(lower)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(inHost(ORDER.get(upper)))
                        .allowEmptyShould(true)
                        .check(EASEL);
            }
        }
    }

    private static String inHost(String name) {
        return "dev.easel.host." + name + "..";
    }

    @Test
    void nothingBelowKnowsTheWiring() {
        noClasses()
                .that()
                .resideInAPackage("dev.easel.host.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.easel.host")
                .check(EASEL);
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("dev.easel.(**)").should().beFreeOfCycles().check(EASEL);
    }

    @Test
    void pluginsAndTheirApiNeverSeeTheHost() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.easel.host..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.easel.host..")
                .check(EASEL);
    }

    @Test
    void onlyTheTopKnowsHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.easel.host.http..", "dev.easel.host.ocs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .check(EASEL);
    }

    @Test
    void onlyTheMetricsKnowMicrometer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.easel.host.metrics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(EASEL);
    }

    @Test
    void onlyStoresKnowSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.easel.host.access..",
                        "dev.easel.host.database..",
                        "dev.easel.host.task..",
                        "dev.easel.host.runtime..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(EASEL);
    }

    @Test
    void everyPackageIsOneOfTheOrder() {
        String[] known = ORDER.stream().map(ArchitectureTest::inHost).toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage("dev.easel.host.*..")
                .should()
                .resideInAnyPackage(known)
                .check(EASEL);
    }
}
