package org.jobline.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelConstants;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.springframework.core.io.ClassPathResource;
import org.xml.sax.SAXException;

/**
 * Holds diagrams and tables against their schemas as the engine's library does, but reads the schemas once. The library
 * reads them again with each file, which takes longer than the file itself.
 */
final class SchemasOnce {

  private static final String[] OF_TABLES = {
    DmnModelConstants.DMN_15_SCHEMA_LOCATION, DmnModelConstants.DMN_14_SCHEMA_LOCATION,
    DmnModelConstants.DMN_13_SCHEMA_LOCATION, DmnModelConstants.DMN_12_SCHEMA_LOCATION,
    DmnModelConstants.DMN_11_SCHEMA_LOCATION, DmnModelConstants.DMN_11_ALTERNATIVE_SCHEMA_LOCATION};

  private static final Bpmn DIAGRAMS = new Diagrams();
  private static final Dmn TABLES = new Tables();

  private SchemasOnce() {}

  /** For everything of this process that reads a diagram or a table. */
  static void use() {
    Bpmn.INSTANCE = DIAGRAMS;
    Dmn.INSTANCE = TABLES;
  }

  private static final class Diagrams extends Bpmn {

    private final BpmnParser parser = new BpmnParser() {
      @Override
      protected void configureFactory(DocumentBuilderFactory factory) {
        super.configureFactory(factory);
        read(factory, schema(Bpmn.class, BpmnModelConstants.BPMN_20_SCHEMA_LOCATION));
      }
    };

    @Override
    protected BpmnModelInstance doReadModelFromInputStream(InputStream file) {
      return parser.parseModelFromStream(file);
    }
  }

  private static final class Tables extends Dmn {

    private final DmnParser parser = new DmnParser() {
      @Override
      protected void configureFactory(DocumentBuilderFactory factory) {
        super.configureFactory(factory);
        read(factory, schema(Dmn.class, OF_TABLES));
      }
    };

    @Override
    protected DmnModelInstance doReadModelFromInputStream(InputStream file) {
      return parser.parseModelFromStream(file);
    }
  }

  /** In place of the files that are named to it. */
  private static void read(DocumentBuilderFactory factory, Schema schema) {
    factory.setAttribute("http://java.sun.com/xml/jaxp/properties/schemaSource", null);
    factory.setAttribute("http://java.sun.com/xml/jaxp/properties/schemaLanguage", null);
    // against a document type, which diagrams have none of
    factory.setValidating(false);
    factory.setSchema(schema);
  }

  private static Schema schema(Class<?> beside, String... files) {
    try {
      Source[] sources = new Source[files.length];
      for (int i = 0; i < files.length; i++) {
        // by its address, which those that it includes are found beside
        sources[i] = new StreamSource(new ClassPathResource(files[i], beside.getClassLoader()).getURL().toString());
      }
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(sources);
    } catch (IOException | SAXException e) {
      throw new IllegalStateException("The schemas of the engine's library cannot be read", e);
    }
  }
}
