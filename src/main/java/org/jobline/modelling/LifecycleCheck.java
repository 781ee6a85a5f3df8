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
import org.jobline.security.KnownGroups;
import org.springframework.stereotype.Component;

/**
 * The start of a life of orders says what its type is called, how the numbers of its orders and statuses look, and who may
 * log them. No two types look alike, and those of orders that are there stay as they are.
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
        "The type of order needs a name that people call it, such as \"Reactive\".");
    problems.require(said.containsKey(DrawnLifecycle.ACTION), start, DrawnLifecycle.ACTION,
        "Logging an order needs a name for the timeline, such as \"Log Work Order\".");
    problems.require(matches(PREFIX, said.get(DrawnLifecycle.PREFIX)), start, DrawnLifecycle.PREFIX,
        "The numbers of the orders begin with one to three capital letters, such as \"R\".");
    problems.require(matches(DIGIT, said.get(DrawnLifecycle.DIGIT)), start, DrawnLifecycle.DIGIT,
        "One digit stands for the type in the numbers of its statuses, such as \"0\".");
    problems.require(said.containsKey(DrawnAction.ROLES), start, DrawnAction.ROLES,
        "At least one group must be named that may log the orders: " + String.join(", ", groups.names()) + ".");
    problems.requireAllOf(
        groups.names(), DrawnAction.parts(said.get(DrawnAction.ROLES)), start.getId(), DrawnAction.ROLES);
    stays(lifecycle, files, DrawnLifecycle.PREFIX, of -> of.type().prefix(), problems);
    stays(lifecycle, files, DrawnLifecycle.DIGIT, of -> of.type().digit(), problems);
    isItsOwn(lifecycle, files, DrawnLifecycle.PREFIX, of -> of.type().prefix(), problems);
    isItsOwn(lifecycle, files, DrawnLifecycle.DIGIT, of -> of.type().digit(), problems);
  }

  private static boolean matches(Pattern pattern, String text) {
    return text != null && pattern.matcher(text).matches();
  }

  private static void stays(
      DrawnLifecycle lifecycle, ModelFiles files, String property, Function<DrawnLifecycle, Object> value,
      ProblemsOfFile problems) {
    files.lifecycleInForce(lifecycle.process().getId()).map(value).ifPresent(inForce ->
        problems.require(inForce.equals(value.apply(lifecycle)), lifecycle.start(), property,
            "It must stay \"" + inForce + "\", which the orders of this type have."));
  }

  private static void isItsOwn(
      DrawnLifecycle lifecycle, ModelFiles files, String property, Function<DrawnLifecycle, Object> value,
      ProblemsOfFile problems) {
    Optional<DrawnLifecycle> other = files.lifecycles().stream()
        .filter(candidate -> !candidate.process().getId().equals(lifecycle.process().getId()))
        .filter(candidate -> value.apply(candidate).equals(value.apply(lifecycle)))
        .findFirst();
    other.ifPresent(taken -> problems.require(false, lifecycle.start(), property, "\"" + value.apply(lifecycle)
        + "\" belongs to the type " + taken.label() + "; each type has its own."));
  }
}
