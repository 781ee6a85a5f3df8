package org.jobline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.action.Fields;
import org.jobline.action.StepsOf;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/** What design says of features, engine and layers, held. */
@AnalyzeClasses(packages = "org.jobline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** A maintained fork of the engine replaces it by a change of package names in one place. */
  @ArchTest
  static final ArchRule only_engine_touches_the_engines_internals = noClasses()
      .that().resideOutsideOfPackage("org.jobline.platform.engine")
      .should().dependOnClassesThat().resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.apache.ibatis..")
      .as("only org.jobline.platform.engine uses the engine's internals");

  @ArchTest
  static final ArchRule orders_know_no_feature = classes()
      .that().resideInAPackage("org.jobline.order")
      .should().onlyDependOnClassesThat().resideInAnyPackage(
          "org.jobline.order", "org.jobline.platform.error", "org.jobline.platform.time",
          "org.jobline.platform.persistence", "java..", "javax..",
          "org.jspecify.annotations", "org.springframework..", "org.camunda.bpm.engine.delegate..", "com.fasterxml..",
          "org.flywaydb.core.api.migration..");

  @ArchTest
  static final ArchRule work_orders_know_no_other_feature = classes()
      .that().resideInAPackage("org.jobline.workorder")
      .should().onlyDependOnClassesThat().resideInAnyPackage(
          "org.jobline.workorder", "org.jobline.order", "org.jobline.platform.error",
          "org.jobline.platform.persistence", "java..", "javax..",
          "org.jspecify.annotations", "org.springframework..", "org.camunda.bpm.engine.delegate..");

  @ArchTest
  static final ArchRule actions_are_the_same_for_every_type_of_order = noClasses()
      .that().resideInAnyPackage("org.jobline.order", "org.jobline.action")
      .should().dependOnClassesThat().resideInAPackage("org.jobline.workorder");

  @ArchTest
  static final ArchRule features_do_not_go_in_circles = slices().matching("org.jobline.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule steps_need_no_class_each = noClasses().should().implement(JavaDelegate.class);

  @ArchTest
  static final ArchRule steps_stand_with_their_diagram = methods()
      .that().areAnnotatedWith(Bean.class).and().haveRawReturnType(JavaDelegate.class)
      .should().beDeclaredInClassesThat().areAnnotatedWith(StepsOf.class)
      .andShould().bePackagePrivate();

  @ArchTest
  static final ArchRule classes_of_steps_are_found_by_their_names = classes()
      .that().areAnnotatedWith(StepsOf.class)
      .should().haveSimpleNameEndingWith("Steps");

  /** A form is read once, by a step. */
  @ArchTest
  static final ArchRule services_take_commands = noClasses()
      .that().areAnnotatedWith(Service.class)
      .and().resideOutsideOfPackage("org.jobline.action")
      .should().dependOnClassesThat().areAssignableTo(Fields.class);

  @ArchTest
  static final ArchRule repositories_stay_in_their_feature = classes()
      .that().haveSimpleNameEndingWith("Repository")
      .should().bePackagePrivate();

  /** So that NullAway holds them. */
  @ArchTest
  static void packages_say_what_may_be_null(JavaClasses classes) {
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .isNotEmpty()
        .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "has a package-info with @NullMarked");
  }

  /** Only of this one the API's description knows what may be left out. */
  @ArchTest
  static final ArchRule null_is_said_by_one_annotation = noClasses()
      .should().dependOnClassesThat().haveFullyQualifiedName("org.springframework.lang.Nullable");

  @ArchTest
  static final ArchRule nobody_needs_more_than_seven_others = classes()
      .that().areNotMetaAnnotatedWith(Configuration.class).and().areNotAnnotatedWith(Configuration.class)
      .and(describe("take no more than their table or form has fields", candidate -> !candidate.isRecord()))
      .should(haveNoConstructorWithMoreThan(7));

  private static ArchCondition<JavaClass> haveNoConstructorWithMoreThan(int max) {
    return new ArchCondition<>("have no constructor with more than " + max + " parameters") {

      @Override
      public void check(JavaClass candidate, ConditionEvents events) {
        // the compiler gives the constants of an enum their name and number
        int hidden = candidate.isEnum() ? 2 : 0;
        candidate.getConstructors().forEach(constructor -> {
          int parameters = constructor.getRawParameterTypes().size() - hidden;
          events.add(new SimpleConditionEvent(constructor, parameters <= max,
              constructor.getDescription() + " has " + parameters + " parameters"));
        });
      }
    };
  }

  /** What they leave in the order's event, and what they ask each other, depends on it. */
  @ArchTest
  static void who_follows_the_same_event_does_so_in_turn(JavaClasses classes) {
    Map<String, List<JavaMethod>> followers = classes.stream()
        .flatMap(candidate -> candidate.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(EventListener.class) && method.getRawParameterTypes().size() == 1)
        .collect(Collectors.groupingBy(method -> method.getRawParameterTypes().get(0).getName()));
    assertThat(followers).containsKey("org.jobline.lifecycle.assignment.ContractorChanged");
    assertThat(followers).allSatisfy((event, methods) -> {
      if (methods.size() > 1) {
        assertThat(methods).extracting(method -> method.getAnnotationOfType(Order.class).value())
            .doesNotHaveDuplicates();
      }
    });
  }

  @ArchTest
  static final ArchRule lifecycles_know_none_of_those_who_follow = noClasses()
      .that().resideInAPackage("org.jobline.lifecycle..")
      .should().dependOnClassesThat().resideInAnyPackage(
          "org.jobline.sla..", "org.jobline.money..", "org.jobline.messaging..", "org.jobline.documents..");

  @ArchTest
  static final ArchRule dependencies_come_by_the_constructor = fields().should().notBeAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule what_is_thrown_is_called_an_exception = classes()
      .that().areAssignableTo(Throwable.class)
      .should().haveSimpleNameEndingWith("Exception");

  @ArchTest
  static final ArchRule names_say_what_a_class_is_for = noClasses()
      .should().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils")
      .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Manager")
      .orShould().haveSimpleNameEndingWith("Impl");
}
