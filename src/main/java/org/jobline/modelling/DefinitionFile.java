package org.jobline.modelling;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A diagram, decision table, form or translation. It is known by the key of what it defines: the Modeler sends files
 * without their folder, and a process owner may give a copy another name.
 *
 * @param name what the client calls it
 * @param ids the key of each process or decision in it, or the form's, with the ending, such as
 *     {@code assignment.bpmn}; the name of a translation
 * @param forms those a diagram names, such as {@code accept-job.form}
 */
record DefinitionFile(String name, byte[] content, List<String> ids, List<String> forms) {

  static final String DIAGRAM = ".bpmn";
  static final String TABLE = ".dmn";
  static final String FORM = ".form";
  private static final Pattern TRANSLATION = Pattern.compile("(?:.*/)?texts\\.[a-z]{2}\\.json");

  /** A file that defines nothing, or cannot be read, has no ids. */
  static DefinitionFile of(String name, byte[] content) {
    if (name.endsWith(FORM) || isTranslation(name)) {
      return new DefinitionFile(name, content, List.of(name.substring(name.lastIndexOf('/') + 1)), List.of());
    }
    if (name.endsWith(TABLE) || name.endsWith(".dmn11.xml")) {
      return new DefinitionFile(name, content, ids(content, "decision", TABLE), List.of());
    }
    if (name.endsWith(DIAGRAM) || name.endsWith(".bpmn20.xml")) {
      return new DefinitionFile(name, content, ids(content, "process", DIAGRAM), forms(content));
    }
    return new DefinitionFile(name, content, List.of(), List.of());
  }

  private static List<String> ids(byte[] content, String element, String ending) {
    return Xml.document(content).stream()
        .flatMap(document -> Xml.elements(document, element))
        .map(definition -> definition.getAttribute("id"))
        .filter(key -> !key.isEmpty())
        .map(key -> key + ending)
        .toList();
  }

  private static List<String> forms(byte[] content) {
    return Xml.document(content).stream()
        .flatMap(DefinitionFile::withForms)
        .map(element -> element.getAttributeNS(BpmnModelConstants.CAMUNDA_NS, "formRef"))
        .filter(form -> !form.isEmpty())
        .map(form -> form + FORM)
        .distinct().sorted().toList();
  }

  private static Stream<Element> withForms(Document document) {
    return Stream.of("userTask", "startEvent").flatMap(name -> Xml.elements(document, name));
  }

  /** For files of ours: one that cannot be read is named after its file, as it should be anyway. */
  List<String> idsOrName() {
    return ids.isEmpty() ? List.of(name.substring(name.lastIndexOf('/') + 1)) : ids;
  }

  /** Whether the file, or what has this id, says things in another language: {@code texts.de.json}. */
  static boolean isTranslation(String name) {
    return TRANSLATION.matcher(name).matches();
  }

  boolean isForm() {
    return name.endsWith(FORM);
  }

  String hash() {
    return hash(content);
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
