package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a piece of a diagram refers to is there, of the right kind, and says something. The engine takes an event whose
 * escalation is missing for one without any, so that what was drawn for it never happens.
 */
@Component
class ReferenceCheck implements ModelCheck {

  /** What an event is about, by the kind of its definition. */
  private static final Map<String, Reference> ABOUT = Map.of(
      "messageEventDefinition", new Reference("messageRef", "message", "name"),
      "escalationEventDefinition", new Reference("escalationRef", "escalation", "escalationCode"),
      "errorEventDefinition", new Reference("errorRef", "error", "errorCode"));
  private static final Set<String> BOXES = Set.of("process", "subProcess");
  /** What a box has beside its pieces. */
  private static final Set<String> NO_PIECES = Set.of("documentation", "extensionElements", "incoming", "outgoing",
      "laneSet", "textAnnotation", "association", "group");

  /**
   * @param to the kind of element that is meant
   * @param says its attribute that must not be empty
   */
  private record Reference(String attribute, String to, String says) {}

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.documents().forEach((resource, document) -> {
      if (resource.endsWith(DefinitionFile.DIAGRAM)) {
        events(document, resource, problems);
        pieces(document, resource, problems);
        drawing(document, resource, problems);
      }
    });
    return problems;
  }

  private static void events(Document document, String resource, List<Problem> problems) {
    ABOUT.forEach((kind, reference) -> Xml.elements(document, kind).forEach(definition -> {
      String id = definition.getAttribute(reference.attribute());
      List<Element> there = Xml.elements(document, reference.to()).toList();
      boolean isThere = there.stream().anyMatch(candidate -> candidate.getAttribute("id").equals(id));
      if (id.isEmpty() || !isThere) {
        problems.add(Problem.at(resource, AllowedContent.idOf(definition), reference.attribute(),
            (id.isEmpty() ? "The event doesn't say which " + reference.to() + " it is about"
                : "There is no " + reference.to() + " \"" + id + "\"")
                + ". The diagram has " + words(there, "id") + "."));
      }
    }));
    ABOUT.values().forEach(reference -> Xml.elements(document, reference.to())
        .filter(element -> element.getAttribute(reference.says()).isBlank())
        .forEach(element -> problems.add(Problem.at(resource, element.getAttribute("id"), reference.says(),
            "The " + reference.to() + " needs a " + reference.says() + ", by which events know each other."))));
    Stream.of("boundaryEvent", "intermediateCatchEvent").flatMap(kind -> Xml.elements(document, kind))
        .filter(event -> children(event).noneMatch(child -> child.getLocalName().endsWith("EventDefinition")))
        .forEach(event -> problems.add(Problem.at(resource, AllowedContent.idOf(event), "eventDefinition",
            "The event doesn't say what triggers it: a message, a time, or an outcome of the shape it sits on.")));
    Xml.elements(document, "timerEventDefinition")
        .filter(timer -> children(timer).filter(child -> child.getLocalName().startsWith("time")).count() != 1)
        .forEach(timer -> problems.add(Problem.at(resource, AllowedContent.idOf(timer), "timerEventDefinition",
            "A timer needs one time: a length, e.g. P30D, or a question about a point in time.")));
    Xml.elements(document, "timeCycle")
        .map(cycle -> (Element) cycle.getParentNode())
        .filter(timer -> !startsASheet((Element) timer.getParentNode()))
        .forEach(timer -> problems.add(Problem.at(resource, AllowedContent.idOf(timer), "timeCycle",
            "Only the start of a diagram comes again and again. Give the timer a length or a point in time.")));
  }

  private static boolean startsASheet(Element event) {
    return event.getLocalName().equals("startEvent")
        && ((Element) event.getParentNode()).getLocalName().equals("process");
  }

  private static void pieces(Document document, String resource, List<Problem> problems) {
    BOXES.stream().flatMap(kind -> Xml.elements(document, kind)).forEach(box -> {
      List<Element> pieces = children(box).filter(child -> !NO_PIECES.contains(child.getLocalName())).toList();
      Set<String> ids = pieces.stream().map(piece -> piece.getAttribute("id")).collect(Collectors.toSet());
      pieces.forEach(piece -> {
        if (piece.getAttribute("id").isBlank()) {
          problems.add(Problem.at(resource, AllowedContent.idOf(piece), "id", "A " + piece.getLocalName()
              + (piece.hasAttribute("name") ? " (" + piece.getAttribute("name") + ")" : "")
              + " in it has no id; every shape needs one, and the Modeler adds it."));
        }
        Stream.of("sourceRef", "targetRef", "attachedToRef", "default")
            .filter(attribute -> piece.hasAttribute(attribute) && !ids.contains(piece.getAttribute(attribute)))
            .forEach(attribute -> problems.add(Problem.at(resource, AllowedContent.idOf(piece), attribute,
                "\"" + piece.getAttribute(attribute) + "\" isn't drawn in the same box.")));
      });
    });
  }

  /** The engine draws by the ids, and takes no diagram with a shape of nothing. */
  private static void drawing(Document document, String resource, List<Problem> problems) {
    Set<String> ids = Xml.elements(document, "*").map(element -> element.getAttribute("id"))
        .collect(Collectors.toSet());
    Stream.of("BPMNShape", "BPMNEdge", "BPMNPlane").flatMap(kind -> Xml.elements(document, kind))
        .filter(shape -> !ids.contains(shape.getAttribute("bpmnElement")))
        .forEach(shape -> problems.add(Problem.at(resource, shape.getAttribute("id"), "bpmnElement",
            "\"" + shape.getAttribute("bpmnElement") + "\" is drawn but no longer exists. Delete it in the Modeler.")));
  }

  private static Stream<Element> children(Element element) {
    return Xml.children(element).filter(Element.class::isInstance).map(Element.class::cast);
  }

  private static String words(List<Element> elements, String attribute) {
    return elements.isEmpty() ? "none"
        : elements.stream().map(element -> element.getAttribute(attribute)).sorted().collect(Collectors.joining(", "));
  }
}
