package org.jobline.replay;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads cases out of XES. Holds one case at a time; nothing outside the file is ever loaded. */
final class XesReader {

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private int cases;

  XesReader(InputStream content) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamReader(content);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
      throw new XMLStreamException("A log may not refer to another file: " + systemId);
    });
    return factory;
  }

  void forEachCase(Consumer<LogCase> reader) throws XMLStreamException {
    try {
      boolean isLog = false;
      while (xml.hasNext()) {
        int piece = xml.next();
        if (piece == XMLStreamConstants.DTD) {
          throw new XMLStreamException("A log may not bring a DTD", xml.getLocation());
        }
        if (piece != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        if (!isLog && !xml.getLocalName().equals("log")) {
          throw new XMLStreamException(
              "It begins with <" + xml.getLocalName() + "> instead of <log>", xml.getLocation());
        }
        isLog = true;
        if (xml.getLocalName().equals("trace")) {
          reader.accept(readCase());
        }
      }
    } finally {
      xml.close();
    }
  }

  private LogCase readCase() throws XMLStreamException {
    String name = null;
    List<LogEvent> events = new ArrayList<>();
    while (nextChild()) {
      if (xml.getLocalName().equals("event")) {
        events.add(readEvent());
        continue;
      }
      if ("concept:name".equals(xml.getAttributeValue(null, "key"))) {
        name = xml.getAttributeValue(null, "value");
      }
      skipChildren();
    }
    return new LogCase(++cases, name, events);
  }

  private LogEvent readEvent() throws XMLStreamException {
    Map<String, String> values = new HashMap<>();
    while (nextChild()) {
      String key = xml.getAttributeValue(null, "key");
      if (key != null) {
        values.put(key, xml.getAttributeValue(null, "value"));
      }
      // attributes of attributes say nothing about the event
      skipChildren();
    }
    return new LogEvent(
        values.get("concept:name"),
        values.get("lifecycle:transition"),
        values.get("org:group"),
        values.get("org:resource"),
        values.get("resource country"),
        values.get("product"),
        values.get("impact"),
        time(values.get("time:timestamp")));
  }

  /** Whether another child of the present element begins; otherwise the element has ended. */
  private boolean nextChild() throws XMLStreamException {
    while (true) {
      int piece = xml.next();
      if (piece == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (piece == XMLStreamConstants.END_ELEMENT) {
        return false;
      }
    }
  }

  private void skipChildren() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int piece = xml.next();
      if (piece == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (piece == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static Instant time(String value) {
    if (value == null) {
      return null;
    }
    try {
      TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME
          .parseBest(value.strip(), OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime withOffset
          ? withOffset.toInstant()
          : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
