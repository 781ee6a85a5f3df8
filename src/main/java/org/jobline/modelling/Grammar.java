package org.jobline.modelling;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.impl.DmnModelConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What elements and attributes diagrams and tables may have at all, by the schemas of their standards. The reader of
 * models holds files against the same schemas, but cannot tell at which element it stopped.
 */
final class Grammar {

  private static final String ELEMENT_AT_HAND = "http://apache.org/xml/properties/dom/current-element-node";
  private static final Pattern CODE = Pattern.compile("^cvc-[\\w.-]+: ");
  private static final Pattern ATTRIBUTE = Pattern.compile("[Aa]ttribute '(?:\\w+:)?(\\w+)'");
  private static final Pattern DANGLING = Pattern.compile("IDREF '([^']*)'");

  private static final Map<String, Grammar> BY_ENDING = Map.of(
      "bpmn", new Grammar("BPMN 2.0 diagram", Bpmn.class, BpmnModelConstants.BPMN_20_SCHEMA_LOCATION),
      "dmn", new Grammar("DMN 1.3 table", Dmn.class, DmnModelConstants.DMN_13_SCHEMA_LOCATION));

  private final String standard;
  private final Schema schema;

  private Grammar(String standard, Class<?> reader, String location) {
    this.standard = standard;
    try {
      URL file = reader.getClassLoader().getResource(location);
      this.schema = SchemaFactory.newDefaultInstance().newSchema(file);
    } catch (SAXException e) {
      throw new IllegalStateException("The reader of models comes with the schemas of its standards", e);
    }
  }

  /** What a file has that its standard does not know, one problem an element. */
  static List<Problem> problems(String resource, Document document) {
    String ending = resource.substring(resource.lastIndexOf('.') + 1);
    return Objects.requireNonNull(BY_ENDING.get(ending)).check(resource, document);
  }

  private List<Problem> check(String resource, Document document) {
    List<Problem> problems = new ArrayList<>();
    Validator validator = schema.newValidator();
    validator.setErrorHandler(new ErrorHandler() {
      private @Nullable Element last;

      @Override
      public void warning(SAXParseException e) {
        // warnings are about the schemas, not about the file
      }

      @Override
      public void error(SAXParseException e) throws SAXException {
        Element element = (Element) validator.getProperty(ELEMENT_AT_HAND);
        if (element == null || element != last) {
          last = element;
          problems.add(problem(resource, document, element, e.getMessage()));
        } else {
          // what is said second of an element repeats the first in other words, but names the attribute
          Problem first = problems.remove(problems.size() - 1);
          problems.add(first.property() != null ? first
              : new Problem(resource, first.elementIds(), attribute(e.getMessage()), first.message()));
        }
      }

      @Override
      public void fatalError(SAXParseException e) throws SAXException {
        error(e);
      }
    });
    try {
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.validate(new DOMSource(document));
    } catch (SAXException e) {
      problems.add(problem(resource, document, document.getDocumentElement(), e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("The document is in memory", e);
    }
    return problems;
  }

  private Problem problem(String resource, Document document, Element element, @Nullable String words) {
    Matcher dangling = DANGLING.matcher(words);
    if (dangling.find()) {
      Optional<Element> referring = referring(document, dangling.group(1));
      return Problem.at(resource, referring.map(AllowedContent::idOf).orElse(null),
          referring.map(Element::getLocalName).orElse(null),
          "\"" + dangling.group(1) + "\" is named here but doesn't exist.");
    }
    return Problem.at(resource, element == null ? null : AllowedContent.idOf(element),
        attribute(words),
        "This isn't a valid " + standard + ": " + CODE.matcher(words).replaceFirst(""));
  }

  /** Null when none is named. */
  private static @Nullable String attribute(@Nullable String words) {
    Matcher attribute = ATTRIBUTE.matcher(words);
    return attribute.find() ? attribute.group(1) : null;
  }

  private static Optional<Element> referring(Document document, String id) {
    NodeList all = document.getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(all::item).map(Element.class::cast)
        .filter(element -> attributes(element).anyMatch(id::equals)
            || element.getElementsByTagName("*").getLength() == 0 && element.getTextContent().strip().equals(id))
        .findFirst();
  }

  private static Stream<String> attributes(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item)
        .filter(attribute -> !attribute.getNodeName().equals("id"))
        .map(attribute -> attribute.getNodeValue());
  }
}
