package org.jobline.platform.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.platform.engine.DeployedDiagrams;
import org.springframework.stereotype.Component;

/**
 * Gives the groups that a diagram names the rights to work on it: who draws an action for a group need do nothing else.
 * Rights are per diagram and not per task, which keeps the task list fast; a step that a group must not even read
 * belongs into a diagram of its own.
 */
@Component
class AccessToDiagrams {

  /** The groups that a diagram names: those that work on its tasks, and those that start it in Tasklist. */
  private record DrawnGroups(Set<String> working, Set<String> starting) {}

  private final DeployedDiagrams deployed;
  private final AuthorizationGrants rights;
  private final ClusterLock oneAtATime;
  private final RolesOfTasks rolesOfTasks;
  private final Map<String, DrawnGroups> drawn = new ConcurrentHashMap<>();

  AccessToDiagrams(
      DeployedDiagrams deployed, AuthorizationGrants rights, ClusterLock oneAtATime, RolesOfTasks rolesOfTasks) {
    this.deployed = deployed;
    this.rights = rights;
    this.oneAtATime = oneAtATime;
    this.rolesOfTasks = rolesOfTasks;
  }

  /** For the newest version of every diagram; rights belong to all its versions. */
  void grant() {
    oneAtATime.run(() -> {
      List<ProcessDefinition> newest = deployed.newest();
      newest.forEach(definition -> groupsOf(definition).ifPresent(groups -> grant(definition.getKey(), groups)));
      drawn.keySet().retainAll(newest.stream().map(ProcessDefinition::getId).toList());
    });
  }

  /** Read once: what was deployed stays as it is. */
  private Optional<DrawnGroups> groupsOf(ProcessDefinition definition) {
    Optional<DrawnGroups> known = Optional.ofNullable(drawn.get(definition.getId()));
    if (known.isPresent()) {
      return known;
    }
    Optional<DrawnGroups> groups = deployed.model(definition)
        // a file may hold several processes
        .map(model -> model.<Process>getModelElementById(definition.getKey()))
        .map(process -> new DrawnGroups(groups(tasks(process).toList()),
            definition.isStartableInTasklist() && hasStartForm(process) ? Set.copyOf(starters(process)) : Set.of()));
    groups.ifPresent(read -> drawn.put(definition.getId(), read));
    return groups;
  }

  private void grant(String key, DrawnGroups groups) {
    for (String group : groups.working()) {
      rights.grant(group, Resources.PROCESS_DEFINITION, key,
          ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
          ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.TASK_WORK,
          // the engine wants it of whoever gives a task back; to give it to somebody else is not among the calls allowed
          ProcessDefinitionPermissions.TASK_ASSIGN,
          ProcessDefinitionPermissions.READ_HISTORY);
    }
    groups.starting().forEach(group -> rights.grant(group, Resources.PROCESS_DEFINITION, key,
        ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE));
  }

  private static Stream<UserTask> tasks(BaseElement scope) {
    return Stream.concat(
        scope.getChildElementsByType(UserTask.class).stream(),
        scope.getChildElementsByType(SubProcess.class).stream().flatMap(AccessToDiagrams::tasks));
  }

  private static boolean hasStartForm(Process process) {
    return process.getChildElementsByType(StartEvent.class).stream()
        .filter(start -> start.getEventDefinitions().isEmpty())
        .anyMatch(start -> start.getCamundaFormRef() != null || start.getCamundaFormKey() != null);
  }

  private static Collection<String> starters(Process process) {
    Collection<String> named = process.getCamundaCandidateStarterGroupsList();
    return named.isEmpty() ? Set.of(Groups.HELPDESK) : named;
  }

  private Set<String> groups(Collection<UserTask> tasks) {
    Set<String> groups = new HashSet<>();
    for (UserTask task : tasks) {
      Set<String> named = new HashSet<>(task.getCamundaCandidateGroupsList());
      named.removeIf(group -> group.contains("{"));
      named.addAll(rolesOfTasks.of(task));
      groups.addAll(named.isEmpty() ? Set.of(Groups.HELPDESK) : named);
    }
    return groups;
  }
}
