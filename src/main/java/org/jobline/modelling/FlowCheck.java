package org.jobline.modelling;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jobline.engine.SentMessages;
import org.jobline.modelling.Findings.Finding;
import org.springframework.stereotype.Component;

/**
 * Every status reaches an end, and every wait has somebody or something that ends it: looked for on the drawing, across
 * the called sheets, with the way to the stuck place as the message.
 */
@Component
class FlowCheck implements ModelCheck {

  private final Set<String> sentMessages;

  FlowCheck() {
    this(SentMessages.NAMES);
  }

  /** @param sentMessages the names of the messages the application sends by itself */
  FlowCheck(Set<String> sentMessages) {
    this.sentMessages = Set.copyOf(sentMessages);
  }

  @Override
  public List<Problem> check(ModelFiles files) {
    Map<String, FlowSheet> sheets = new TreeMap<>();
    files.sheets().forEach((key, file) -> {
      if (key != null) {
        sheets.put(key, FlowSheet.of(file));
      }
    });
    List<Finding> found = Stream.concat(find(sheets).stream(), unheard(sheets, files).stream()).toList();
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
    new FlowRules(sheets, sentMessages, findings).check();
    Journey journey = new Journey(sheets, sentMessages, findings);
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
    List<Finding> before = find(inForce(files));
    return elsewhere.stream()
        .filter(finding -> before.stream().noneMatch(finding::isLike))
        .map(finding -> finding.causedBy(cause.get().resource()));
  }

  private static Map<String, FlowSheet> inForce(ModelFiles files) {
    Map<String, FlowSheet> sheets = new TreeMap<>();
    files.inForce().diagrams().forEach((key, diagram) -> sheets.put(key, FlowSheet.of(new ModelFiles.Sheet(
        diagram.resource(), diagram.model(), diagram.model().<Process>getModelElementById(key), false))));
    return sheets;
  }

  /** Messages the application sends that no sheet receives any more. */
  List<Finding> unheard(Map<String, FlowSheet> sheets, ModelFiles files) {
    Set<String> received = sheets.values().stream().flatMap(FlowSheet::pieces)
        .filter(piece -> piece.trigger() == Piece.Trigger.MESSAGE)
        .map(piece -> String.valueOf(piece.code()))
        .collect(Collectors.toSet());
    Map<String, BpmnModelInstance> before = new LinkedHashMap<>();
    files.inForce().diagrams().forEach((key, diagram) -> before.put(key, diagram.model()));
    Findings findings = new Findings();
    for (String message : sentMessages) {
      if (!received.contains(message)) {
        sheets.values().stream()
            .filter(sheet -> sheet.isDeployed()
                && (sheet.declaredMessages().contains(message) || declares(before.get(sheet.key()), message)))
            .forEach(sheet -> findings.add("unheard " + message, null, "The application sends the message '" + message
                + "', which no event of '" + sheet.title() + "' receives any more: what waited for it would wait for "
                + "ever.", sheet));
      }
    }
    return findings.all();
  }

  private static boolean declares(BpmnModelInstance model, String message) {
    return model != null && model.getModelElementsByType(Message.class).stream()
        .anyMatch(declared -> message.equals(declared.getName()));
  }
}
