package org.jobline.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/**
 * One piece of a file that is not the same in the release.
 *
 * @param element id of the element of a diagram or table, or key of the field of a form
 * @param inForce what it says here, null when it is missing
 * @param release what it says in the release, null when it is missing
 */
record Difference(String element, @Nullable String inForce, @Nullable String release) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where pieces lie on the sheet makes no difference. */
  private static final String LAYOUT = "/DI";
  /** Nor does what the Modeler keeps of a template; which lines a piece has, the lines say themselves. */
  private static final Set<String> NOTHING_NEW =
      Set.of("modelerTemplate", "modelerTemplateVersion", "incoming", "outgoing");

  static List<Difference> between(String file, byte[] inForce, byte[] release) {
    Map<String, String> here = pieces(file, inForce);
    Map<String, String> there = pieces(file, release);
    Map<String, String> all = new LinkedHashMap<>(there);
    all.putAll(here);
    List<Difference> differences = new ArrayList<>();
    all.keySet().forEach(element -> {
      String own = here.get(element);
      String other = there.get(element);
      if (own == null || !own.equals(other)) {
        differences.add(new Difference(element, own, other));
      }
    });
    return differences;
  }

  private static Map<String, String> pieces(String file, byte[] content) {
    Map<String, String> pieces = new LinkedHashMap<>();
    if (file.endsWith(DefinitionFile.FORM)) {
      fields(content, pieces);
    } else if (DefinitionFile.isTranslation(file)) {
      texts(content, pieces);
    } else {
      Xml.document(content).map(Document::getDocumentElement)
          .ifPresent(root -> elements(root, root.getLocalName(), pieces));
    }
    return pieces;
  }

  private static void fields(byte[] content, Map<String, String> pieces) {
    try {
      JsonNode form = JSON.readTree(content);
      Map<String, JsonNode> rest = new TreeMap<>();
      form.properties().forEach(entry -> rest.put(entry.getKey(), entry.getValue()));
      JsonNode components = rest.remove("components");
      pieces.put("form", JSON.writeValueAsString(rest));
      if (components != null) {
        components.forEach(field -> pieces.put(
            field.path("key").asText(field.path("id").asText()), field.toString()));
      }
    } catch (IOException e) {
      pieces.put("form", "not JSON");
    }
  }

  /** Each by where it stands and what it is in English. */
  private static void texts(byte[] content, Map<String, String> pieces) {
    Translation.read(content).ifPresent(translation -> translation.parts().forEach((part, texts) ->
        texts.forEach((english, text) -> pieces.put(part + ": " + english, text))));
  }

  private static void elements(Element element, String parent, Map<String, String> pieces) {
    if (element.getNamespaceURI() != null && element.getNamespaceURI().contains(LAYOUT)
        || NOTHING_NEW.contains(element.getLocalName())) {
      return;
    }
    String id = element.hasAttribute("id") ? element.getAttribute("id") : parent;
    pieces.merge(id, words(element), (one, more) -> one + " " + more);
    Xml.children(element).filter(Element.class::isInstance)
        .forEach(child -> elements((Element) child, id, pieces));
  }

  /** Name, attributes in the order of the alphabet, and text. */
  private static String words(Element element) {
    Map<String, String> attributes = new TreeMap<>();
    IntStream.range(0, element.getAttributes().getLength()).mapToObj(element.getAttributes()::item)
        .filter(attribute -> !attribute.getNodeName().startsWith("xmlns"))
        .filter(attribute -> !NOTHING_NEW.contains(attribute.getLocalName()))
        .forEach(attribute -> attributes.put(attribute.getLocalName(), attribute.getNodeValue()));
    StringBuilder words = new StringBuilder(element.getLocalName());
    attributes.forEach((name, value) -> words.append(' ').append(name).append("=\"").append(value).append('"'));
    Xml.children(element).filter(Text.class::isInstance)
        .map(child -> child.getNodeValue().strip().replaceAll("\\s+", " "))
        .filter(text -> !text.isEmpty())
        .forEach(text -> words.append(' ').append(text));
    return words.toString();
  }
}
