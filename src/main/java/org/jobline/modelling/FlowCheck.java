package org.jobline.modelling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jobline.modelling.Findings.Finding;
import org.springframework.stereotype.Component;

/**
 * Every status reaches an end, and every wait has somebody or something that ends it: looked for on the drawing, across
 * the called sheets, with the way to the stuck place as the message.
 */
@Component
class FlowCheck implements ModelCheck {

  @Override
  public List<Problem> check(ModelFiles files) {
    if (files.diagrams().isEmpty()) {
      return List.of();
    }
    Map<String, FlowSheet> sheets = files.flowSheets();
    List<Finding> found = find(sheets);
    List<Problem> problems = found.stream().map(Finding::inTheDeployment).flatMap(Optional::stream).toList();
    List<Finding> elsewhere = found.stream().filter(finding -> finding.inTheDeployment().isEmpty()).toList();
    if (elsewhere.isEmpty()) {
      return problems;
    }
    return Stream.concat(problems.stream(), caused(elsewhere, sheets, files)).toList();
  }

  /** What is wrong with sheets that are put together. */
  List<Finding> find(Map<String, FlowSheet> sheets) {
    Findings findings = new Findings();
    new FlowRules(sheets, findings).check();
    Journey journey = new Journey(sheets, findings);
    journey.travel();
    journey.tellUnseen();
    return findings.all();
  }

  /** What goes wrong in files that are in force, because of one that is being deployed. */
  private Stream<Problem> caused(List<Finding> elsewhere, Map<String, FlowSheet> sheets, ModelFiles files) {
    Optional<FlowSheet> cause = sheets.values().stream().filter(FlowSheet::isDeployed).findFirst();
    if (cause.isEmpty()) {
      return Stream.empty();
    }
    List<Finding> before = find(FlowSheet.all(files.inForce().sheets()));
    return elsewhere.stream()
        .filter(finding -> before.stream().noneMatch(finding::isLike))
        .map(finding -> finding.causedBy(cause.get().resource()));
  }
}
