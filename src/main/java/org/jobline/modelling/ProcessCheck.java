package org.jobline.modelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jobline.security.KnownGroups;
import org.jobline.workorder.OrderType;
import org.springframework.stereotype.Component;

/** A process has a key of its own, can be executed, says how long its history is kept, and starts as its kind does. */
@Component
class ProcessCheck implements ModelCheck {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern PERIOD = Pattern.compile("P[1-9][0-9]*D");
  private static final Set<String> LIFECYCLES =
      Stream.of(OrderType.values()).map(OrderType::lifecycle).collect(Collectors.toCollection(TreeSet::new));

  private final KnownGroups groups;

  ProcessCheck(KnownGroups groups) {
    this.groups = groups;
  }

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> fileOfKey = new HashMap<>();
    files.inForce().diagrams().forEach((key, diagram) -> fileOfKey.put(key, name(diagram.resource())));
    files.diagrams().forEach((resource, model) -> {
      model.getModelElementsByType(Process.class).forEach(process -> {
        String owner = fileOfKey.put(process.getId(), name(resource));
        require(owner == null || owner.equals(name(resource)), resource, process, "id",
            "The key \"" + process.getId() + "\" belongs to the process in " + owner
                + "; a new process needs a key of its own.", problems);
        check(resource, process, problems);
      });
      require(!model.getModelElementsByType(Process.class).isEmpty(), resource, null, null,
          "The diagram has no process.", problems);
    });
    return problems;
  }

  private void check(String resource, Process process, List<Problem> problems) {
    require(KEY.matcher(process.getId()).matches(), resource, process, "id",
        "\"" + process.getId() + "\" is no key of a process: small letters, digits and hyphens only.", problems);
    require(process.isExecutable(), resource, process, "isExecutable",
        "The process must be executable, else nothing of it would be in force.", problems);
    String kept = process.getCamundaHistoryTimeToLiveString();
    require(kept != null && PERIOD.matcher(kept).matches(), resource, process, "historyTimeToLive",
        "The process must say how long its history is kept, in days: P1825D.", problems);
    List<StartEvent> withForm = process.getChildElementsByType(StartEvent.class).stream()
        .filter(start -> start.getCamundaFormRef() != null).toList();
    if (LIFECYCLES.contains(process.getId())) {
      require(withForm.size() == 1, resource, process, "startEvent",
          "A life of orders starts with one form, by which they are logged.", problems);
    } else {
      withForm.forEach(start -> require(false, resource, start, "formRef",
          "Only the lives of orders start with a form: " + String.join(", ", LIFECYCLES) + ".", problems));
      require(!process.isCamundaStartableInTasklist(), resource, process, "isStartableInTasklist",
          "Nobody starts this process by hand: \"Startable\" must be off.", problems);
    }
    Set<String> unknown = new TreeSet<>(process.getCamundaCandidateStarterGroupsList());
    unknown.removeAll(groups.names());
    require(unknown.isEmpty(), resource, process, "candidateStarterGroups",
        "\"" + String.join(", ", unknown) + "\" is no group; the groups are " + String.join(", ", groups.names()) + ".",
        problems);
  }

  private static void require(
      boolean holds, String resource, BaseElement element, String property,
      String otherwise, List<Problem> problems) {
    if (!holds) {
      problems.add(Problem.at(resource, element == null ? null : element.getId(), property, otherwise));
    }
  }

  private static String name(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }
}
