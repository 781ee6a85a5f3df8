package org.jobline.modelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.action.ActionKey;
import org.jobline.action.Channel;
import org.jobline.action.DrawnAction;
import org.jobline.action.OfferCondition;
import org.jobline.order.StatusPatterns;
import org.jobline.platform.engine.ExpressionText;
import org.jobline.platform.security.KnownGroups;
import org.springframework.stereotype.Component;

/** Every user task is an agent action: it has a name, a key, a form, and says who is offered it, where and when. */
@Component
class ActionCheck implements ModelCheck {

  private static final List<String> YES_OR_NO = List.of("yes", "no");

  private final KnownGroups groups;
  private final Set<String> conditions = new TreeSet<>();
  private final List<String> menus = Arrays.stream(Channel.values()).map(Channel::menu).toList();

  ActionCheck(KnownGroups groups, List<OfferCondition> conditions) {
    this.groups = groups;
    conditions.forEach(condition -> this.conditions.add(condition.name()));
  }

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    Set<String> known = groups.names();
    List<String> types = files.typeNames();
    files.diagrams().forEach((resource, model) -> model.getModelElementsByType(UserTask.class).forEach(task -> {
      DrawnAction drawn = DrawnAction.of(task);
      ProblemsOfFile ofFile = new ProblemsOfFile(resource, problems);
      checkTask(task, files, ofFile);
      checkWho(drawn, known, ofFile);
      checkProperties(drawn, known, types, ofFile);
    }));
    return problems;
  }

  private static void checkTask(UserTask task, ModelFiles files, ProblemsOfFile problems) {
    problems.require(task.getName() != null && !task.getName().isBlank(), task, "name",
        "The task needs a name: agents see it in the menu.");
    String key = task.getCamundaFormRef();
    if (key == null || key.isBlank()) {
      problems.require(false, task, "formRef",
          "The task needs a form (a Camunda Form, by its key): without one the order would move and leave no event.");
      return;
    }
    try {
      problems.require(files.form(new ActionKey(key).value()).isPresent(), task, "formRef",
          "Form " + key + ".form doesn't exist, neither in this deployment nor in force.");
    } catch (IllegalArgumentException e) {
      problems.require(false, task, "formRef", e.getMessage() + ": lower-case letters, digits and hyphens only.");
    }
    problems.require("deployment".equals(task.getCamundaFormRefBinding()), task, "formRefBinding",
        "The form's binding must be \"deployment\", so that it can't change while a task is open.");
  }

  private static void checkWho(DrawnAction drawn, Set<String> known, ProblemsOfFile problems) {
    UserTask task = drawn.task();
    String candidates = task.getCamundaCandidateGroups();
    boolean hasCandidates = candidates != null && !candidates.isBlank();
    boolean isAssigned = task.getCamundaAssignee() != null && !task.getCamundaAssignee().isBlank();
    if (drawn.start().isPresent()) {
      problems.require(!hasCandidates && !isAssigned, task, hasCandidates ? "candidateGroups" : "assignee",
          "An on-demand action goes to the person who opens it; \"roles\" at its start says who can.");
      return;
    }
    problems.require(hasCandidates || isAssigned, task, "candidateGroups",
        "A task an order waits with needs a group whose list it is in: " + String.join(", ", known) + ".");
    if (hasCandidates && ExpressionText.isPlain(candidates)) {
      problems.requireAllOf(known, parts(candidates), task.getId(), "candidateGroups");
    }
    problems.require(!isAssigned || !ExpressionText.isPlain(task.getCamundaAssignee()), task, "assignee",
        "Assign the task to a group, not to one person.");
  }

  private void checkProperties(
      DrawnAction drawn, Set<String> known, List<String> types, ProblemsOfFile problems) {
    BaseElement marked = drawn.marked();
    Set<String> names = new HashSet<>();
    DrawnAction.all(marked).map(property -> String.valueOf(property.getCamundaName())).forEach(name -> {
      problems.requireAllOf(DrawnAction.PROPERTIES, List.of(name), marked.getId(), "properties");
      problems.require(names.add(name), marked, name, "The name \"" + name + "\" is used twice.");
    });
    if (drawn.start().isPresent()) {
      problems.require(DrawnAction.all(drawn.task()).findAny().isEmpty(), drawn.task(), "properties",
          "Set where an on-demand action is available at its start, not at its task.");
    }
    problems.require(!drawn.list(DrawnAction.MENU).isEmpty(), marked, DrawnAction.MENU,
        "Name at least one menu: " + String.join(", ", menus) + ".");
    problems.requireAllOf(menus, drawn.list(DrawnAction.MENU), marked.getId(), DrawnAction.MENU);
    problems.requireAllOf(types, drawn.list(DrawnAction.TYPES).stream().map(String::toUpperCase).toList(),
        marked.getId(), DrawnAction.TYPES);
    problems.requireAllOf(known, drawn.list(DrawnAction.ROLES), marked.getId(), DrawnAction.ROLES);
    problems.requireAllOf(conditions, one(drawn, DrawnAction.OFFERED_IF), marked.getId(), DrawnAction.OFFERED_IF);
    problems.requireAllOf(YES_OR_NO, one(drawn, DrawnAction.PRIVATE), marked.getId(), DrawnAction.PRIVATE);
    problems.requireAllOf(YES_OR_NO, one(drawn, DrawnAction.WHILE_LOCKED), marked.getId(), DrawnAction.WHILE_LOCKED);
    try {
      StatusPatterns.parse(drawn.properties().get(DrawnAction.OFFERED_IN));
    } catch (IllegalArgumentException e) {
      problems.require(false, marked, DrawnAction.OFFERED_IN, e.getMessage() + ".");
    }
  }

  private static List<String> one(DrawnAction drawn, String property) {
    return drawn.properties().entrySet().stream()
        .filter(candidate -> candidate.getKey().equals(property)).map(candidate -> candidate.getValue()).toList();
  }

  private static List<String> parts(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
