package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.jobline.platform.engine.ExpressionText;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Diagrams hold only what our pieces are made of: no script, class, listener or external task, nothing the engine would
 * run or fetch, and expressions only where they are checked.
 */
@Component
class DiagramContentCheck implements ModelCheck {

  private static final String DRAWING = "http://www.omg.org/spec/BPMN/20100524/DI";

  private static final AllowedContent ALLOWED = new AllowedContent(
      Map.of(BpmnModelConstants.BPMN20_NS, "", BpmnModelConstants.CAMUNDA_NS, AllowedContent.CAMUNDA, DRAWING, "bpmndi:"),
      "bpmndi:BPMNDiagram")
      .with("definitions", "id name targetNamespace exporter exporterVersion expressionLanguage typeLanguage")
      .with("process", "id name isExecutable isClosed processType camunda:historyTimeToLive "
          + "camunda:isStartableInTasklist camunda:candidateStarterGroups camunda:versionTag")
      .with("message", "id name")
      .with("escalation", "id name escalationCode")
      .with("error", "id name errorCode")
      .with("startEvent",
          "id name isInterrupting parallelMultiple camunda:formRef camunda:formRefBinding camunda:initiator")
      .with("userTask",
          "id name default camunda:formRef camunda:formRefBinding camunda:candidateGroups camunda:assignee")
      .with("serviceTask", "id name default camunda:delegateExpression camunda:asyncBefore camunda:exclusive")
      .with("businessRuleTask",
          "id name default camunda:decisionRef camunda:decisionRefBinding camunda:mapDecisionResult "
              + "camunda:resultVariable")
      .with("callActivity", "id name default calledElement camunda:calledElementBinding")
      .with("subProcess", "id name default triggeredByEvent")
      .with("boundaryEvent", "id name attachedToRef cancelActivity parallelMultiple")
      .with("intermediateThrowEvent intermediateCatchEvent endEvent", "id name parallelMultiple")
      .with("exclusiveGateway inclusiveGateway", "id name default gatewayDirection")
      .with("parallelGateway", "id name gatewayDirection")
      .with("eventBasedGateway", "id name gatewayDirection instantiate eventGatewayType")
      .with("sequenceFlow", "id name sourceRef targetRef isImmediate")
      .with("conditionExpression timeDate timeDuration timeCycle", "id")
      .with("messageEventDefinition", "id messageRef")
      .with("escalationEventDefinition", "id escalationRef camunda:escalationCodeVariable")
      .with("errorEventDefinition", "id errorRef")
      .with("timerEventDefinition terminateEventDefinition", "id")
      .with("linkEventDefinition", "id name")
      .with("incoming outgoing flowNodeRef source target text", "")
      .with("documentation", "id textFormat")
      .with("textAnnotation", "id textFormat")
      .with("association", "id sourceRef targetRef associationDirection")
      .with("group", "id categoryValueRef")
      .with("category", "id name")
      .with("categoryValue", "id value")
      .with("collaboration laneSet lane", "id name")
      .with("participant", "id name processRef")
      .with("extensionElements", "")
      .with("camunda:properties", "")
      .with("camunda:property", "id name value", "camunda:properties")
      .with("camunda:in", "businessKey source sourceExpression target", "callActivity")
      .with("camunda:out", "source sourceExpression target", "callActivity")
      .with("camunda:inputOutput", "", "businessRuleTask")
      .with("camunda:inputParameter", "name", "camunda:inputOutput")
      .with("camunda:failedJobRetryTimeCycle", "", "serviceTask")
      .whose("camunda:isStartableInTasklist", "true false")
      .whose("camunda:asyncBefore", "true false")
      .whose("camunda:asyncAfter", "true false")
      .whose("camunda:exclusive", "true false")
      .whose("camunda:decisionRefBinding", "latest")
      .whose("camunda:calledElementBinding", "latest")
      .whose("camunda:mapDecisionResult", "resultList collectEntries singleResult singleEntry")
      .whose("camunda:escalationCodeVariable", FlowSheet.ENTRY);

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.documents().forEach((resource, document) -> {
      if (resource.endsWith(DefinitionFile.DIAGRAM)) {
        problems.addAll(ALLOWED.check(resource, document));
        expressions(document.getDocumentElement(), resource, problems);
      }
    });
    return problems;
  }

  /** The engine evaluates more texts than one would think: the name and the documentation of a task are among them. */
  private static void expressions(Element element, String resource, List<Problem> problems) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (isExpression(attribute.getValue()) && !ExpressionCheck.ATTRIBUTES.contains(attribute.getLocalName())) {
        problems.add(misplaced(element, resource, attribute.getLocalName()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        expressions(inner, resource, problems);
      } else if (child instanceof Text part) {
        text.append(part.getData());
      }
    }
    if (isExpression(text.toString()) && !ExpressionCheck.TEXTS.contains(element.getLocalName())) {
      problems.add(misplaced(element, resource, element.getLocalName()));
    }
  }

  private static boolean isExpression(String text) {
    return !ExpressionText.isPlain(text);
  }

  private static Problem misplaced(Element element, String resource, String property) {
    return Problem.at(resource, AllowedContent.idOf(element), property, "An expression isn't allowed in \"" + property
        + "\". Use expressions only in conditions, timers, assignees, groups and inputs of tables and called sheets.");
  }
}
