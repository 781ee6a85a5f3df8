package org.jobline.desk.tasklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jobline.lifecycle.AttendanceSteps;
import org.jobline.lifecycle.CompletionSteps;
import org.jobline.lifecycle.assignment.AssignmentSteps;
import org.jobline.lifecycle.assignment.PreparationSteps;
import org.jobline.lifecycle.batch.BatchSteps;
import org.jobline.lifecycle.quoting.QuotingSteps;
import org.jobline.money.authorisation.AuthorisationSteps;
import org.jobline.platform.engine.FilterConditions;
import org.jobline.platform.security.ClusterLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The lists of Tasklist. Once there, they belong to the administrators: what they change is kept. */
@Component
@Order(20)
class TaskFilters implements ApplicationRunner {

  private static final List<String> AUTHORISERS = List.of("finance", "manager");
  private static final List<String> EVERYBODY = List.of("helpdesk", "finance", "manager");
  /** As earlier releases asked, so that their list is known again. */
  private static final String[] LIFECYCLES = {"reactive", "quote", "ppm", "audit"};
  private static final String[] PREPARATION =
      Stream.concat(Stream.of(PreparationSteps.PROCESS), Stream.of(LIFECYCLES)).toArray(String[]::new);
  private static final String NOW = "${now()}";
  private static final String END_OF_TODAY = "${dateTime().withTimeAtStartOfDay().plusDays(1).toDate()}";
  private static final String STAGE = "#4a5568";
  /** What an earlier release called a list, by what it is called now. */
  private static final Map<String, String> FORMERLY = Map.of("My jobs", "My tasks", "My team's jobs", "My group's tasks");

  private static final List<TaskList> LISTS = List.of(
      new TaskList("My jobs", "Jobs assigned to me", "#1b6ec2",
          query -> query.taskAssigneeExpression("${currentUser()}").followUpBeforeOrNotExistentExpression(NOW)),
      new TaskList("My team's jobs", "All my team's jobs", "#2f855a",
          query -> query.taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks()
              .followUpBeforeOrNotExistentExpression(NOW)),
      new TaskList("Unassigned", "Jobs nobody has claimed yet", "#2f855a",
          query -> query.taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned()
              .followUpBeforeOrNotExistentExpression(NOW)),
      new TaskList("Chase now", "Contractors and suppliers to chase", "#dd6b20",
          query -> query.followUpBeforeExpression(NOW)),
      new TaskList("Due today", "Jobs due by the end of the day", "#b7791f",
          query -> query.dueAfterExpression(NOW).dueBeforeExpression(END_OF_TODAY)),
      new TaskList("Breached", "Orders past their next SLA target", "#c53030",
          query -> query.dueBeforeExpression(NOW)),
      new TaskList("Held for a batch", "Small jobs waiting for others in the building", STAGE,
          query -> query.processDefinitionKey(BatchSteps.PROCESS)),
      new TaskList("Preparation", "Orders that need a contractor or a schedule", STAGE,
          query -> query.processDefinitionKeyIn(PREPARATION),
          // orders logged before preparation had a sheet of its own are prepared in their lifecycle
          query -> query.processDefinitionKeyIn(LIFECYCLES)),
      new TaskList("Quotes", "Orders to get quotes for", STAGE,
          query -> query.processDefinitionKey(QuotingSteps.PROCESS)),
      new TaskList("Assignment", "Orders a contractor has still to accept", STAGE,
          query -> query.processDefinitionKey(AssignmentSteps.PROCESS)),
      new TaskList("Attendance", "Orders a contractor has accepted", STAGE,
          query -> query.processDefinitionKey(AttendanceSteps.PROCESS)),
      new TaskList("Completion", "Orders with the work done", STAGE,
          query -> query.processDefinitionKey(CompletionSteps.PROCESS)),
      new TaskList("Reactive", "All reactive orders waiting for an agent", STAGE,
          query -> query.processInstanceBusinessKeyLike("R-%")),
      new TaskList("Waiting for authorisation", "Cost changes for you to decide", "#805ad5",
          query -> query.processDefinitionKey(AuthorisationSteps.PROCESS)
              .taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks(),
          AUTHORISERS));

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;
  private final ClusterLock oneAtATime;

  TaskFilters(
      FilterService filters, TaskService tasks, AuthorizationService authorizations, ClusterLock oneAtATime) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
    this.oneAtATime = oneAtATime;
  }

  /** @param before what an earlier release asked for, null when it is the same; a list that still does is changed */
  private record TaskList(
      String name, String description, String color, UnaryOperator<TaskQuery> condition,
      @Nullable UnaryOperator<TaskQuery> before, List<String> readers) {

    TaskList(String name, String description, String color, UnaryOperator<TaskQuery> condition) {
      this(name, description, color, condition, null, EVERYBODY);
    }

    TaskList(
        String name, String description, String color, UnaryOperator<TaskQuery> condition,
        UnaryOperator<TaskQuery> before) {
      this(name, description, color, condition, before, EVERYBODY);
    }

    TaskList(
        String name, String description, String color, UnaryOperator<TaskQuery> condition, List<String> readers) {
      this(name, description, color, condition, null, readers);
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    oneAtATime.run(() -> LISTS.forEach(list -> {
      Filter known = named(list.name()).or(() -> renamed(list)).orElse(null);
      if (known == null) {
        create(list);
      } else if (list.before() != null && asks(known, list.before())) {
        filters.saveFilter(known.setQuery(query(list.condition())));
      }
    }));
  }

  private Optional<Filter> named(String name) {
    return Optional.ofNullable(filters.createTaskFilterQuery().filterName(name).singleResult());
  }

  /** The list of an earlier release under its new name; what an administrator changed of it is kept. */
  private Optional<Filter> renamed(TaskList list) {
    return Optional.ofNullable(FORMERLY.get(list.name())).flatMap(this::named)
        .map(former -> filters.saveFilter(former.setName(list.name())));
  }

  private boolean asks(Filter filter, UnaryOperator<TaskQuery> condition) {
    Filter other = filters.newTaskFilter(filter.getName());
    other.setQuery(query(condition));
    return FilterConditions.areSame(other, filter);
  }

  private TaskQuery query(UnaryOperator<TaskQuery> condition) {
    return condition.apply(tasks.createTaskQuery()).orderByDueDate().asc();
  }

  private void create(TaskList list) {
    Filter filter = filters.newTaskFilter(list.name());
    filter.setQuery(query(list.condition()));
    filter.setProperties(Map.of(
        "description", list.description(),
        "priority", (LISTS.indexOf(list) + 1) * 10,
        "color", list.color(),
        "refresh", true,
        "showUndefinedVariable", false,
        "variables", List.of(
            onCard("orderNumber", "Order"),
            onCard("siteName", "Site"),
            onCard("orderPriority", "Priority"),
            onCard("subject", "Subject"))));
    Filter saved = filters.saveFilter(filter);
    list.readers().forEach(group -> mayRead(group, saved));
  }

  private static Map<String, String> onCard(String variable, String label) {
    return Map.of("name", variable, "label", label);
  }

  private void mayRead(String group, Filter filter) {
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId(group);
    right.setResource(Resources.FILTER);
    right.setResourceId(filter.getId());
    right.addPermission(Permissions.READ);
    authorizations.saveAuthorization(right);
  }
}
