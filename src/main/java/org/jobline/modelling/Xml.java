package org.jobline.modelling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML that comes from outside: without document types, so without entities and what is built of them, and nothing
 * outside the file is read along.
 */
final class Xml {

  private static final String NO_DOCUMENT_TYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private Xml() {}

  /** @throws SAXException when it is no XML or has a document type */
  static Document read(byte[] content) throws SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCUMENT_TYPE, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // it would print what it throws as well
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(content));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("The XML parser of the platform knows its features and reads from memory", e);
    }
  }

  /** Like {@link #read}, but empty when it is no XML or has a document type. */
  static Optional<Document> document(byte[] content) {
    try {
      return Optional.of(read(content));
    } catch (SAXException e) {
      return Optional.empty();
    }
  }

  static Stream<Element> elements(Document document, String localName) {
    NodeList found = document.getElementsByTagNameNS("*", localName);
    return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
  }

  static Stream<Node> children(Element element) {
    return Stream.iterate(element.getFirstChild(), child -> child != null, Node::getNextSibling);
  }
}
