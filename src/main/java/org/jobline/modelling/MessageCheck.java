package org.jobline.modelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.action.DrawnAction;
import org.jobline.platform.engine.ProcessMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A message is what an agent asks for, by the key of the action, what the application sends, or what an action ends with;
 * and what is sent is received somewhere.
 */
@Component
class MessageCheck implements ModelCheck {

  private static final List<String> SENT = ProcessMessage.names();
  private static final Function<Sheet, List<Start>> STARTS = MessageCheck::starts;
  private static final Function<Sheet, Set<String>> RECEIVED = MessageCheck::received;

  /** A start of a sheet that is asked for by a message. */
  private record Start(StartEvent event, String message) {}

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> sheetOfStart = new HashMap<>();
    files.sheets().values().stream().filter(sheet -> !sheet.isDeployed()).forEach(sheet ->
        sheet.once(STARTS).forEach(start -> sheetOfStart.put(start.message(), sheet.process().getId())));
    files.sheets().values().stream().filter(Sheet::isDeployed).forEach(sheet ->
        sheet.once(STARTS).forEach(start -> {
          String other = sheetOfStart.put(start.message(), sheet.process().getId());
          new ProblemsOfFile(sheet.resource(), problems).require(other == null, start.event(), "message",
              "The message \"" + start.message() + "\" already starts the sheet " + other
                  + "; it can start only one.");
        }));
    Set<String> told = new Tellers(files.flowSheets().values()).messages();
    Set<String> received = files.sheets().values().stream()
        .flatMap(sheet -> sheet.once(RECEIVED).stream()).collect(Collectors.toSet());
    files.diagrams().forEach((resource, model) ->
        model.getModelElementsByType(MessageEventDefinition.class).forEach(definition -> {
          ProblemsOfFile ofFile = new ProblemsOfFile(resource, problems);
          if (definition.getParentElement() instanceof EndEvent end) {
            checkEnd(end, received, ofFile);
          } else {
            check((BaseElement) definition.getParentElement(), told, ofFile);
          }
        }));
    unreceived(files, told, received, problems);
    return problems;
  }

  private static List<Start> starts(Sheet sheet) {
    return sheet.process().getChildElementsByType(StartEvent.class).stream()
        .flatMap(start -> Stream.ofNullable(name(start)).map(message -> new Start(start, message)))
        .toList();
  }

  /** It tells those who wait for it; to open an action, or to begin a sheet, is not for it. */
  private static void checkEnd(EndEvent end, Set<String> received, ProblemsOfFile problems) {
    String name = name(end);
    problems.require(name != null && received.contains(name), end, "message",
        "Nothing waits for the message \"" + name + "\" that the action ends with: draw what is to follow, e.g. a "
            + "dotted box in each stage it can end.");
    problems.require(name == null || !SENT.contains(name), end, "message",
        "The message \"" + name + "\" is sent by the application; give this one a name of its own.");
  }

  private static void check(BaseElement event, Set<String> told, ProblemsOfFile problems) {
    String name = name(event);
    UserTask task = event instanceof StartEvent start ? action(start) : null;
    if (task != null) {
      problems.require(name != null && name.equals(task.getCamundaFormRef()), event, "message",
          "The message is \"" + name + "\"; it must be the action's key, \"" + task.getCamundaFormRef() + "\".");
    } else {
      problems.require(name != null && (SENT.contains(name) || told.contains(name)), event, "message",
          "Nobody sends the message \"" + name + "\"; the application sends " + String.join(", ", SENT)
              + (told.isEmpty() ? "" : ", actions end with " + String.join(", ", told))
              + ", and agents open actions, whose task must follow at once.");
    }
  }

  private static @Nullable UserTask action(StartEvent start) {
    Set<String> next = start.getParentElement().getChildElementsByType(SequenceFlow.class).stream()
        .filter(flow -> Objects.equals(
            start.getId(), flow.getAttributeValue(BpmnModelConstants.BPMN_ATTRIBUTE_SOURCE_REF)))
        .map(flow -> flow.getAttributeValue(BpmnModelConstants.BPMN_ATTRIBUTE_TARGET_REF))
        .collect(Collectors.toSet());
    return start.getParentElement().getChildElementsByType(UserTask.class).stream()
        .filter(task -> next.contains(task.getId()) && DrawnAction.of(task).start().filter(start::equals).isPresent())
        .findFirst().orElse(null);
  }

  /** What was received by a sheet in force and would be no more. */
  private static void unreceived(
      ModelFiles files, Set<String> told, Set<String> received, List<Problem> problems) {
    files.inForce().sheets().forEach((key, sheet) -> sheet.once(RECEIVED).stream()
        .filter(name -> (SENT.contains(name) || told.contains(name)) && !received.contains(name))
        .forEach(name -> problems.add(Problem.at(
            Objects.requireNonNull(files.sheets().get(key)).resource(), key, "message",
            "Nothing receives the message \"" + name + "\" any more, but " + (SENT.contains(name)
                ? "the application sends it" : "an action ends with it") + "; it was received here."))));
    boolean areAll = files.inForce().sheets().isEmpty();
    SENT.stream().filter(name -> areAll && !received.contains(name)).forEach(name -> files.diagrams().keySet().stream()
        .findFirst()
        .ifPresent(resource -> problems.add(Problem.at(resource, null, "message",
            "No diagram receives the message \"" + name + "\", but the application sends it."))));
  }

  private static Set<String> received(Sheet sheet) {
    return sheet.all(MessageEventDefinition.class).stream()
        .filter(definition -> !(definition.getParentElement() instanceof EndEvent))
        .filter(definition -> !(definition.getParentElement() instanceof StartEvent start && action(start) != null))
        .map(MessageEventDefinition::getMessage).filter(Objects::nonNull).map(Message::getName)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Null when it has no message, or one without a name. */
  private static @Nullable String name(BaseElement event) {
    return event.getChildElementsByType(MessageEventDefinition.class).stream()
        .map(MessageEventDefinition::getMessage).filter(Objects::nonNull).map(Message::getName).filter(Objects::nonNull)
        .findFirst().orElse(null);
  }
}
