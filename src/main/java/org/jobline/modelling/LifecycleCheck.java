package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jobline.action.DrawnAction;
import org.jobline.action.DrawnLifecycle;
import org.jobline.platform.security.KnownGroups;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The start of a lifecycle says what its type of order is called, what order and status numbers look like, and who may log
 * orders. Each type has its own, and keeps them for the orders there are.
 */
@Component
class LifecycleCheck implements ModelCheck {

  private static final Pattern PREFIX = Pattern.compile("[A-Z]{1,3}");
  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private final KnownGroups groups;

  LifecycleCheck(KnownGroups groups) {
    this.groups = groups;
  }

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.diagrams().forEach((resource, model) -> model.getModelElementsByType(Process.class).stream()
        .filter(process -> process.getId() != null)
        .flatMap(process -> DrawnLifecycle.of(process).stream())
        .forEach(lifecycle -> check(lifecycle, files, new ProblemsOfFile(resource, problems))));
    return problems;
  }

  private void check(DrawnLifecycle lifecycle, ModelFiles files, ProblemsOfFile problems) {
    StartEvent start = lifecycle.start();
    Map<String, String> said = lifecycle.properties();
    DrawnAction.all(start).map(property -> String.valueOf(property.getCamundaName())).forEach(name ->
        problems.requireAllOf(DrawnLifecycle.PROPERTIES, List.of(name), start.getId(), "properties"));
    problems.require(said.containsKey(DrawnLifecycle.LABEL), start, DrawnLifecycle.LABEL,
        "Give the order type a name, e.g. \"Reactive\".");
    problems.require(said.containsKey(DrawnLifecycle.ACTION), start, DrawnLifecycle.ACTION,
        "Give the action that logs an order a name, e.g. \"Log Work Order\".");
    problems.require(matches(PREFIX, said.get(DrawnLifecycle.PREFIX)), start, DrawnLifecycle.PREFIX,
        "Set what order numbers begin with: one to three capital letters, e.g. \"R\".");
    problems.require(matches(DIGIT, said.get(DrawnLifecycle.DIGIT)), start, DrawnLifecycle.DIGIT,
        "Set the type's digit in status numbers: a single digit, e.g. \"0\".");
    problems.require(said.containsKey(DrawnAction.ROLES), start, DrawnAction.ROLES,
        "Name at least one group that may log these orders: " + String.join(", ", groups.names()) + ".");
    problems.requireAllOf(
        groups.names(), DrawnAction.parts(said.get(DrawnAction.ROLES)), start.getId(), DrawnAction.ROLES);
    stays(lifecycle, files, DrawnLifecycle.PREFIX, of -> of.type().prefix(), problems);
    stays(lifecycle, files, DrawnLifecycle.DIGIT, of -> of.type().digit(), problems);
    isItsOwn(lifecycle, files, DrawnLifecycle.PREFIX, of -> of.type().prefix(), problems);
    isItsOwn(lifecycle, files, DrawnLifecycle.DIGIT, of -> of.type().digit(), problems);
  }

  private static boolean matches(Pattern pattern, @Nullable String text) {
    return text != null && pattern.matcher(text).matches();
  }

  private static void stays(
      DrawnLifecycle lifecycle, ModelFiles files, String property, Function<DrawnLifecycle, Object> value,
      ProblemsOfFile problems) {
    files.lifecycleInForce(lifecycle.process().getId()).map(value).ifPresent(inForce ->
        problems.require(inForce.equals(value.apply(lifecycle)), lifecycle.start(), property,
            "Keep \"" + inForce + "\": existing orders of this type use it."));
  }

  private static void isItsOwn(
      DrawnLifecycle lifecycle, ModelFiles files, String property, Function<DrawnLifecycle, Object> value,
      ProblemsOfFile problems) {
    Optional<DrawnLifecycle> other = files.lifecycles().stream()
        .filter(candidate -> !candidate.process().getId().equals(lifecycle.process().getId()))
        .filter(candidate -> value.apply(candidate).equals(value.apply(lifecycle)))
        .findFirst();
    other.ifPresent(taken -> problems.require(false, lifecycle.start(), property, "\"" + value.apply(lifecycle)
        + "\" is already used by the order type " + taken.label() + ". Choose another."));
  }
}
