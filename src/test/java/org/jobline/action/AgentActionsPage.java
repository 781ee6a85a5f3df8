package org.jobline.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jobline.order.OrderType;
import org.jobline.order.OrderTypes;
import org.jobline.order.StatusCode;

/** The page docs/agent-actions.md: which action is offered in which status, as the deployed diagrams have it. */
class AgentActionsPage {

  private final ActionsOfTypes actions;
  private final RepositoryService repository;
  private final LifecycleStatuses statuses;
  private final OrderTypes types;

  AgentActionsPage(
      ActionsOfTypes actions, RepositoryService repository, LifecycleStatuses statuses, OrderTypes types) {
    this.types = types;
    this.actions = actions;
    this.repository = repository;
    this.statuses = statuses;
  }

  String text() {
    StringBuilder page = new StringBuilder("""
        # Agent actions

        Which action is available in which status, read from the deployed diagrams; do not edit. When a diagram changes, run
        `mvn test -Dtest=AgentActionsPageTest -Djobline.docs=write` and commit the result.

        ● waiting in a list · ○ on demand, from the menu · *If*: only while this is true
        """);
    types.all().forEach(type ->
        newest(type.lifecycle()).ifPresent(lifecycle -> write(page, type, lifecycle)));
    return page.toString();
  }

  private Optional<ProcessDefinition> newest(String key) {
    return Optional.ofNullable(
        repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult());
  }

  private void write(StringBuilder page, OrderType type, ProcessDefinition lifecycle) {
    Map<String, String> statuses = this.statuses.of(type);
    page.append("\n## ").append(lifecycle.getName()).append("\n\n");
    statuses.forEach((number, name) -> page.append("- ").append(number).append(' ').append(name).append('\n'));
    page.append("\n| Action | Menus | Roles | If |");
    statuses.keySet().forEach(number -> page.append(' ').append(number).append(" |"));
    page.append("\n|---|---|---|---|").append(":-:|".repeat(statuses.size())).append('\n');
    actions(type).forEach(places -> page.append(row(places, type, statuses.keySet())));
  }

  /** The places of each action, actions in the order of their labels. */
  private List<List<ActionDefinition>> actions(OrderType type) {
    return actions.of(type).stream()
        .sorted(Comparator.comparing(places -> places.get(0).label()))
        .toList();
  }

  private static String row(List<ActionDefinition> places, OrderType type, Set<String> statuses) {
    ActionDefinition first = places.get(0);
    return "| %s<br>`%s` | %s | %s | %s | %s |\n".formatted(
        first.label(),
        first.key(),
        all(places, place -> place.menus().stream().map(Channel::menu)),
        all(places, place -> place.roles().stream().sorted()),
        all(places, place -> Stream.ofNullable(place.condition())),
        statuses.stream().map(status -> mark(places, type, new StatusCode(status))).collect(Collectors.joining(" | ")));
  }

  private static String all(List<ActionDefinition> places, Function<ActionDefinition, Stream<String>> what) {
    return places.stream().flatMap(what).distinct().sorted().collect(Collectors.joining(", "));
  }

  private static String mark(List<ActionDefinition> places, OrderType type, StatusCode status) {
    List<ActionDefinition> here = places.stream().filter(place -> place.isFor(status, type)).toList();
    return here.isEmpty() ? " " : here.stream().anyMatch(ActionDefinition::isPrompt) ? "●" : "○";
  }
}
