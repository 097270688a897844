package dev.greenroom.workspace;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.greenroom.architecture.Rules;
import dev.greenroom.workspace.database.SqlStore;

@AnalyzeClasses(packages = "dev.greenroom.workspace", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(Rules.class);

    @ArchTest
    static final ArchRule ONLY_STORES_GIVE_STATEMENTS = noClasses()
            .that()
            .haveNameNotMatching(".*Store(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SqlStore.class)
            .because("SqlStore prepares whatever it is given, and SQL is found where the table is");
}
