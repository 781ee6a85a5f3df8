package org.jobline.modelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A list of the elements a kind of file may have, each with its attributes; whatever is not on it is refused. The
 * engine takes elements by their names whatever their namespace, so the namespace must be the right one too.
 */
final class AllowedContent {

  static final String CAMUNDA = "camunda:";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  /** Of editors, without meaning for the engine. */
  private static final Set<String> OF_EDITORS = Set.of(
      "http://camunda.org/schema/modeler/1.0", "http://bpmn.io/schema/dmn/biodi/2.0",
      "http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
  private static final Set<String> BY_TEMPLATES =
      Set.of("camunda:modelerTemplate", "camunda:modelerTemplateVersion", "camunda:modelerTemplateIcon");

  private final Map<String, String> prefixes;
  private final Map<String, Set<String>> attributes = new HashMap<>();
  private final Map<String, Set<String>> parents = new HashMap<>();
  private final Map<String, Set<String>> values = new HashMap<>();
  private final Set<String> subtrees;

  /**
   * @param prefixes of the namespaces, as the rules call them; the default is empty
   * @param subtrees elements that may contain whatever their own namespaces have: the drawing
   */
  AllowedContent(Map<String, String> prefixes, String... subtrees) {
    this.prefixes = prefixes;
    this.subtrees = Set.of(subtrees);
  }

  /** @param names of elements and attributes, separated by blanks */
  AllowedContent with(String names, String itsAttributes) {
    for (String name : names.split(" ", -1)) {
      attributes.put(name, words(itsAttributes));
    }
    return this;
  }

  /** As the other, for elements that may stand only right below certain others. */
  AllowedContent with(String name, String itsAttributes, String below) {
    attributes.put(name, words(itsAttributes));
    parents.put(name, words(below));
    return this;
  }

  /** Attributes that may have certain values only, wherever they stand. */
  AllowedContent whose(String attribute, String itsValues) {
    values.put(attribute, words(itsValues));
    return this;
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ")));
  }

  List<Problem> check(String resource, Document document) {
    List<Problem> problems = new ArrayList<>();
    check(document.getDocumentElement(), resource, problems);
    return problems;
  }

  private void check(Element element, String resource, List<Problem> problems) {
    String name = name(element);
    if (subtrees.contains(name)) {
      return;
    }
    if (!attributes.containsKey(name)) {
      problems.add(Problem.at(resource, idOf(element), element.getLocalName(),
          "\"" + element.getNodeName() + "\" isn't allowed here. Use only the shapes of the "
              + "templates: " + String.join(", ", new TreeSet<>(attributes.keySet())) + "."));
      return;
    }
    Set<String> allowedBelow = parents.get(name);
    if (allowedBelow != null && !allowedBelow.contains(owner(element))) {
      problems.add(Problem.at(resource, idOf(element), element.getLocalName(),
          "\"" + name + "\" is allowed only at " + String.join(", ", allowedBelow) + "."));
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      check((Attr) element.getAttributes().item(i), name, element, resource, problems);
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        check(inner, resource, problems);
      }
    }
  }

  private void check(Attr attribute, String element, Element at, String resource, List<Problem> problems) {
    String namespace = attribute.getNamespaceURI() == null ? "" : attribute.getNamespaceURI();
    if (XMLNS.equals(namespace) || OF_EDITORS.contains(namespace)
        || XSI.equals(namespace) && attribute.getLocalName().equals("type")) {
      return;
    }
    String name = namespace.isEmpty() ? attribute.getLocalName()
        : prefixes.getOrDefault(namespace, namespace + " ") + attribute.getLocalName();
    Set<String> itsAttributes = attributes.getOrDefault(element, Set.of());
    if (!itsAttributes.contains(name) && !BY_TEMPLATES.contains(name)) {
      problems.add(Problem.at(resource, idOf(at), attribute.getLocalName(),
          "\"" + attribute.getName() + "\" isn't allowed at " + element + ". Allowed: "
              + String.join(", ", itsAttributes) + "."));
    }
    Set<String> possible = values.get(name);
    if (possible != null && !possible.contains(attribute.getValue())) {
      problems.add(Problem.at(resource, idOf(at), attribute.getLocalName(),
          "\"" + attribute.getValue() + "\" isn't allowed for " + name + ". Allowed: "
              + String.join(" or ", possible) + "."));
    }
  }

  private String name(Element element) {
    String namespace = String.valueOf(element.getNamespaceURI());
    return prefixes.getOrDefault(namespace, namespace + " ") + element.getLocalName();
  }

  /** The element an extension belongs to, past the boxes it is packed in. */
  private String owner(Element element) {
    Node parent = element.getParentNode();
    while (parent instanceof Element box && box.getLocalName().equals("extensionElements")) {
      parent = parent.getParentNode();
    }
    return parent instanceof Element owner ? name(owner) : "";
  }

  /** The id of the piece that is drawn, so that the Modeler can mark it. */
  static @Nullable String idOf(Element element) {
    for (Node node = element; node instanceof Element piece; node = node.getParentNode()) {
      if (piece.hasAttribute("id") && !piece.getLocalName().endsWith("EventDefinition")) {
        return piece.getAttribute("id");
      }
    }
    return null;
  }
}
