package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A piece lists the lines that come and go, and each line says where it begins and ends. The engine goes by the lines,
 * readers of diagrams by the lists: both must say the same.
 */
@Component
class FlowListCheck implements ModelCheck {

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.diagrams().forEach((resource, model) -> check(resource, model, problems));
    return problems;
  }

  private static void check(String resource, BpmnModelInstance model, List<Problem> problems) {
    MultiValueMap<String, String> coming = new LinkedMultiValueMap<>();
    MultiValueMap<String, String> going = new LinkedMultiValueMap<>();
    for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
      coming.add(flow.getAttributeValue(BpmnModelConstants.BPMN_ATTRIBUTE_TARGET_REF), String.valueOf(flow.getId()));
      going.add(flow.getAttributeValue(BpmnModelConstants.BPMN_ATTRIBUTE_SOURCE_REF), String.valueOf(flow.getId()));
    }
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      compare(resource, node, "incoming", coming.getOrDefault(node.getId(), List.of()), problems);
      compare(resource, node, "outgoing", going.getOrDefault(node.getId(), List.of()), problems);
    }
  }

  private static void compare(
      String resource, FlowNode node, String property, List<String> drawn, List<Problem> problems) {
    List<String> listed = node.getDomElement().getChildElementsByNameNs(BpmnModelConstants.BPMN20_NS, property).stream()
        .map(DomElement::getTextContent).map(String::strip).sorted().toList();
    if (!listed.equals(drawn.stream().sorted().toList())) {
      problems.add(Problem.at(resource, node.getId(), property,
          "The lines drawn (" + String.join(", ", drawn) + ") don't match those the file lists here ("
              + String.join(", ", listed) + "). Draw them again in the Modeler."));
    }
  }
}
