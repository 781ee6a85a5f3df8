package org.jobline.modelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.jobline.platform.security.KnownGroups;
import org.springframework.stereotype.Component;

/** A process has a key of its own, can be executed, says how long its history is kept, and starts as its kind does. */
@Component
class ProcessCheck implements ModelCheck {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  static final Pattern DAYS = Pattern.compile("P[1-9][0-9]*D");

  private final KnownGroups groups;

  ProcessCheck(KnownGroups groups) {
    this.groups = groups;
  }

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> fileOfKey = new HashMap<>();
    files.inForce().sheets().forEach((key, sheet) -> fileOfKey.put(key, name(sheet.resource())));
    files.diagrams().forEach((resource, model) -> {
      ProblemsOfFile ofFile = new ProblemsOfFile(resource, problems);
      model.getModelElementsByType(Process.class).forEach(process -> {
        String owner = fileOfKey.put(process.getId(), name(resource));
        ofFile.require(owner == null || owner.equals(name(resource)), process, "id",
            "The key \"" + process.getId() + "\" belongs to the process in " + owner
                + ". Give the new process a different key.");
        check(process, files, ofFile);
      });
      ofFile.requireOfTheFile(
          !model.getModelElementsByType(Process.class).isEmpty(), null, "The diagram has no process.");
    });
    return problems;
  }

  private void check(Process process, ModelFiles files, ProblemsOfFile problems) {
    problems.require(process.getId() != null && KEY.matcher(process.getId()).matches(), process, "id",
        "\"" + process.getId() + "\" isn't a valid process key: lower-case letters, digits and hyphens only.");
    problems.require(process.isExecutable(), process, "isExecutable",
        "The process must be executable, or it would do nothing.");
    String kept = process.getCamundaHistoryTimeToLiveString();
    problems.require(kept != null && DAYS.matcher(kept).matches(), process, "historyTimeToLive",
        "Set how long the process's history is kept, in days, e.g. P1825D.");
    List<StartEvent> withForm = process.getChildElementsByType(StartEvent.class).stream()
        .filter(start -> start.getCamundaFormRef() != null).toList();
    boolean isLifecycle = !withForm.isEmpty() || files.lifecycleInForce(process.getId()).isPresent();
    if (isLifecycle) {
      problems.require(withForm.size() == 1, process, "startEvent",
          "An order lifecycle starts with one form, used to log the order.");
    } else {
      problems.require(!process.isCamundaStartableInTasklist(), process, "isStartableInTasklist",
          "This process isn't started by hand: turn \"Startable\" off.");
    }
    Set<String> unknown = new TreeSet<>(process.getCamundaCandidateStarterGroupsList());
    unknown.removeAll(groups.names());
    problems.require(unknown.isEmpty(), process, "candidateStarterGroups",
        "\"" + String.join(", ", unknown) + "\" isn't a group. Groups: " + String.join(", ", groups.names()) + ".");
  }

  private static String name(String resource) {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }
}
