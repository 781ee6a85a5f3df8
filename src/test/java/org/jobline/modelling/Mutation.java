package org.jobline.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * One slip of a process owner in one file: something deleted, renamed, rewired or mistyped, in the text of the file or,
 * with all that hangs on it, as the Modeler does it.
 *
 * @param what for the message of a failing test
 */
record Mutation(String file, String what, byte[] content) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> REFERENCES = Set.of(
      "sourceRef", "targetRef", "attachedToRef", "default", "messageRef", "escalationRef", "errorRef", "bpmnElement",
      "dmnElementRef");
  private static final Set<String> LISTS = Set.of("incoming", "outgoing");

  static Mutation of(String file, byte[] content, Random random) throws Exception {
    return file.endsWith(".form") ? ofForm(file, content, random) : ofXml(file, content, random);
  }

  // diagrams and tables

  private static Mutation ofXml(String file, byte[] content, Random random) throws Exception {
    Document document = Xml.read(content);
    List<Element> elements = new ArrayList<>();
    collect(document.getDocumentElement(), elements);
    Element element = elements.get(1 + random.nextInt(elements.size() - 1));
    String what = mutate(element, elements, random);
    ByteArrayOutputStream mutated = new ByteArrayOutputStream();
    TransformerFactory.newDefaultInstance().newTransformer()
        .transform(new DOMSource(document), new StreamResult(mutated));
    return new Mutation(file, what, mutated.toByteArray());
  }

  /** All but the drawing, which means nothing. */
  private static void collect(Element element, List<Element> elements) {
    if (element.getLocalName().equals("BPMNDiagram") || element.getLocalName().equals("DMNDI")) {
      return;
    }
    elements.add(element);
    children(element).forEach(child -> collect(child, elements));
  }

  private static Stream<Element> children(Element element) {
    NodeList children = element.getChildNodes();
    return IntStream.range(0, children.getLength()).mapToObj(children::item)
        .filter(Element.class::isInstance).map(Element.class::cast).toList().stream();
  }

  private static String mutate(Element element, List<Element> elements, Random random) {
    boolean isText = children(element).findAny().isEmpty() && !element.getTextContent().isBlank();
    boolean isPiece = element.getParentNode() instanceof Element box
        && Set.of("process", "subProcess").contains(box.getLocalName()) && element.hasAttribute("id");
    boolean isFlow = element.getLocalName().equals("sequenceFlow");
    return switch (random.nextInt(10)) {
      case 0, 1 -> delete(element);
      case 2, 3 -> isFlow ? reconnect(element, elements, random)
          : isPiece ? deleteWithLines(element, elements)
          : isColumn(element) ? deleteColumn(element)
          : delete(element);
      case 4 -> element.hasAttribute("id") ? rename(element, random) : delete(element);
      case 5, 6 -> isText ? rewrite(element, elements, random) : deleteAttribute(element, random);
      default -> isText && random.nextBoolean() ? rewrite(element, elements, random)
          : changeAttribute(element, elements, random);
    };
  }

  private static String where(Element element) {
    return element.getNodeName() + " " + AllowedContent.idOf(element);
  }

  private static String delete(Element element) {
    String what = "deleted " + where(element)
        + (element.hasAttribute("name") ? " " + element.getAttribute("name") : "");
    element.getParentNode().removeChild(element);
    return what;
  }

  /** As the Modeler does it: the lines that come and go, and what sits on its edge, go too. */
  private static String deleteWithLines(Element piece, List<Element> elements) {
    String id = piece.getAttribute("id");
    String what = "deleted with its lines " + where(piece);
    for (Element other : elements) {
      if (other.getParentNode() != null && other.getAttribute("attachedToRef").equals(id)) {
        deleteWithLines(other, elements);
      }
    }
    for (Element other : elements) {
      if (other.getAttribute("sourceRef").equals(id) || other.getAttribute("targetRef").equals(id)) {
        disconnect(other, elements);
        other.getParentNode().removeChild(other);
        undraw(other);
      }
    }
    piece.getParentNode().removeChild(piece);
    undraw(piece);
    return what;
  }

  /** With all that is in it. */
  private static void undraw(Element piece) {
    Set<String> gone = new HashSet<>(Set.of(piece.getAttribute("id")));
    all(piece).forEach(inside -> gone.add(inside.getAttribute("id")));
    all(piece.getOwnerDocument().getDocumentElement())
        .filter(shape -> shape.hasAttribute("bpmnElement") && gone.contains(shape.getAttribute("bpmnElement")))
        .forEach(shape -> shape.getParentNode().removeChild(shape));
  }

  private static Stream<Element> all(Element element) {
    NodeList found = element.getElementsByTagName("*");
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast).toList().stream();
  }

  /** Takes a line off the lists of the pieces it connects. */
  private static void disconnect(Element flow, List<Element> elements) {
    String id = flow.getAttribute("id");
    for (Element other : elements) {
      if (LISTS.contains(other.getLocalName()) && other.getTextContent().strip().equals(id)
          && other.getParentNode() != null) {
        other.getParentNode().removeChild(other);
      }
      if (other.getAttribute("default").equals(id)) {
        other.removeAttribute("default");
      }
    }
  }

  /** As the Modeler does it: one end of the line is drawn to another piece of the same box. */
  private static String reconnect(Element flow, List<Element> elements, Random random) {
    boolean isEnd = random.nextBoolean();
    String property = isEnd ? "targetRef" : "sourceRef";
    String before = flow.getAttribute(property);
    List<Element> pieces = elements.stream()
        .filter(other -> other.getParentNode() == flow.getParentNode() && other.hasAttribute("id"))
        .filter(other -> other.getLocalName().matches(".*(Event|Task|Activity|Gateway|Process)"))
        .filter(other -> !"true".equals(other.getAttribute("triggeredByEvent")))
        .filter(other -> !other.getLocalName().matches(isEnd ? "startEvent|boundaryEvent" : "endEvent"))
        .filter(other -> !other.getAttribute("id").equals(before))
        .toList();
    if (pieces.isEmpty()) {
      return delete(flow);
    }
    Element now = pieces.get(random.nextInt(pieces.size()));
    String list = isEnd ? "incoming" : "outgoing";
    Element entry = elements.stream()
        .filter(other -> other.getLocalName().equals(list)
            && other.getTextContent().strip().equals(flow.getAttribute("id")))
        .findFirst().orElseThrow();
    elements.stream().filter(other -> other.getAttribute("default").equals(flow.getAttribute("id")) && !isEnd)
        .forEach(other -> other.removeAttribute("default"));
    entry.getParentNode().removeChild(entry);
    // the lists come after texts and extensions and before all else
    Element next = children(now)
        .filter(child -> !Set.of("documentation", "extensionElements").contains(child.getLocalName())
            && !(list.equals("outgoing") && child.getLocalName().equals("incoming")))
        .findFirst().orElse(null);
    now.insertBefore(entry, next);
    flow.setAttribute(property, now.getAttribute("id"));
    return "reconnected " + where(flow) + ": " + property + " " + before + " -> " + now.getAttribute("id");
  }

  private static boolean isColumn(Element element) {
    return Set.of("input", "output").contains(element.getLocalName());
  }

  /** As the Modeler does it: the cells of the column go too. */
  private static String deleteColumn(Element column) {
    String what = "deleted with its cells " + where(column);
    Element table = (Element) column.getParentNode();
    String kind = column.getLocalName();
    int index = children(table).filter(child -> child.getLocalName().equals(kind)).toList().indexOf(column);
    children(table).filter(child -> child.getLocalName().equals("rule")).forEach(rule ->
        rule.removeChild(children(rule).filter(cell -> cell.getLocalName().equals(kind + "Entry"))
            .skip(index).findFirst().orElseThrow()));
    table.removeChild(column);
    return what;
  }

  /** Another id, wherever it is referred to. */
  private static String rename(Element element, Random random) {
    String id = element.getAttribute("id");
    String other = random.nextBoolean() ? id + "2" : id.substring(0, id.length() - 1) + "_";
    String what = "renamed " + where(element) + " -> " + other;
    NodeList all = element.getOwnerDocument().getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element each = (Element) all.item(i);
      REFERENCES.stream().filter(name -> each.getAttribute(name).equals(id))
          .forEach(name -> each.setAttribute(name, other));
      if (LISTS.contains(each.getLocalName()) && each.getTextContent().strip().equals(id)) {
        each.setTextContent(other);
      }
    }
    element.setAttribute("id", other);
    return what;
  }

  private static String rewrite(Element element, List<Element> elements, Random random) {
    String before = element.getTextContent();
    element.setTextContent(slip(before, element, elements, random, Element::getTextContent));
    return "text of " + where(element) + ": " + before + " -> " + element.getTextContent();
  }

  private static String deleteAttribute(Element element, Random random) {
    if (element.getAttributes().getLength() == 0) {
      return delete(element);
    }
    Attr attribute = attribute(element, random);
    String what = "deleted " + attribute.getName() + "=" + attribute.getValue() + " of " + where(element);
    element.removeAttributeNode(attribute);
    return what;
  }

  private static Attr attribute(Element element, Random random) {
    return (Attr) element.getAttributes().item(random.nextInt(element.getAttributes().getLength()));
  }

  private static String changeAttribute(Element element, List<Element> elements, Random random) {
    if (element.getAttributes().getLength() == 0) {
      return delete(element);
    }
    Attr attribute = attribute(element, random);
    String what = attribute.getName() + " of " + where(element) + ": " + attribute.getValue();
    attribute.setValue(
        slip(attribute.getValue(), element, elements, random, other -> other.getAttribute(attribute.getName())));
    return what + " -> " + attribute.getValue();
  }

  private interface Reading {
    String of(Element element);
  }

  /** Mistyped, emptied, or what another element of the kind has. */
  private static String slip(String before, Element element, List<Element> elements, Random random, Reading reading) {
    List<String> others = elements.stream()
        .filter(other -> other.getNodeName().equals(element.getNodeName()))
        .map(reading::of)
        .filter(value -> !value.isBlank() && !value.equals(before))
        .toList();
    if (random.nextInt(4) < 2 && !others.isEmpty()) {
      return others.get(random.nextInt(others.size()));
    }
    return mistyped(before, random);
  }

  private static String mistyped(String before, Random random) {
    if (before.isEmpty() || random.nextInt(5) == 0) {
      return before + "x";
    }
    int at = random.nextInt(before.length());
    return switch (random.nextInt(4)) {
      case 0 -> before.substring(0, before.length() - 1);
      case 1 -> before.substring(0, at) + before.substring(at + 1);
      case 2 -> "";
      default -> before.substring(0, at) + "o" + before.substring(at);
    };
  }

  // forms

  private static Mutation ofForm(String file, byte[] content, Random random) throws Exception {
    ObjectNode form = (ObjectNode) JSON.readTree(content);
    ArrayNode components = (ArrayNode) form.path("components");
    int index = random.nextInt(components.size());
    ObjectNode component = (ObjectNode) components.get(index);
    String element = component.path("key").asText(component.path("id").asText());
    String what;
    if (random.nextInt(5) == 0) {
      components.remove(index);
      what = "deleted component";
    } else if (random.nextInt(10) == 0) {
      what = mutate(form, random, 0);
      element = "form";
    } else {
      what = mutate(component, random, 3);
    }
    return new Mutation(file, what + " of " + element, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(form));
  }

  /** Something of a group of settings, or of one in it. */
  private static String mutate(JsonNode settings, Random random, int depth) {
    if (settings instanceof ArrayNode list) {
      int index = random.nextInt(list.size());
      if (depth > 0 && list.get(index).size() > 0 && random.nextBoolean()) {
        return mutate(list.get(index), random, depth - 1) + " of no. " + index;
      }
      list.remove(index);
      return "deleted no. " + index;
    }
    ObjectNode group = (ObjectNode) settings;
    List<String> names = new ArrayList<>();
    group.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    JsonNode value = group.path(name);
    if (depth > 0 && value.size() > 0 && random.nextInt(4) > 0) {
      return mutate(value, random, depth - 1) + " of " + name;
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        group.remove(name);
        return "deleted " + name + " (" + value + ")";
      }
      case 1 -> {
        group.remove(name);
        group.set(mistyped(name, random), value);
        return "renamed " + name;
      }
      default -> {
        if (value.isBoolean()) {
          group.put(name, !value.asBoolean());
        } else if (value.isNumber()) {
          group.put(name, random.nextInt(4) - 1);
        } else if (value.isTextual()) {
          group.put(name, mistyped(value.asText(), random));
        } else {
          group.put(name, "x");
        }
        return name + ": " + value + " -> " + group.path(name);
      }
    }
  }
}
