package org.jobline.modelling;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jobline.action.DrawnLifecycle;
import org.jobline.order.OrderTypes;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The files of a deployment together with what is in force for everything that is not among them. */
final class ModelFiles {

  private final Map<String, byte[]> contents;
  private final Map<String, BpmnModelInstance> diagrams;
  private final InForce inForce;
  private @Nullable Map<String, Sheet> sheets;
  private @Nullable Map<String, FlowSheet> flowSheets;
  private @Nullable Map<String, Document> documents;
  private @Nullable List<DrawnLifecycle> lifecycles;

  /**
   * @param contents every file of the deployment, by its name
   * @param diagrams the diagrams among them that are well-formed, by the name of their file
   */
  ModelFiles(Map<String, byte[]> contents, Map<String, BpmnModelInstance> diagrams, InForce inForce) {
    this.contents = contents;
    this.diagrams = diagrams;
    this.inForce = inForce;
  }

  Map<String, byte[]> contents() {
    return contents;
  }

  Map<String, BpmnModelInstance> diagrams() {
    return diagrams;
  }

  InForce inForce() {
    return inForce;
  }

  /** All processes there would be after the deployment, by their keys. */
  Map<String, Sheet> sheets() {
    if (sheets == null) {
      sheets = new HashMap<>(inForce.sheets());
      diagrams.forEach((resource, model) -> model.getModelElementsByType(Process.class).forEach(process ->
          sheets.put(process.getId(), Sheet.deployed(resource, model, process))));
    }
    return sheets;
  }

  /** The order lifecycles there would be after the deployment, by their keys. */
  List<DrawnLifecycle> lifecycles() {
    if (lifecycles == null) {
      lifecycles = sheets().values().stream()
          .flatMap(sheet -> sheet.lifecycle().stream())
          .filter(lifecycle -> lifecycle.process().getId() != null)
          .sorted(Comparator.comparing(lifecycle -> lifecycle.process().getId()))
          .toList();
    }
    return lifecycles;
  }

  /** The order lifecycle that is in force under a key. */
  Optional<DrawnLifecycle> lifecycleInForce(String key) {
    return Optional.ofNullable(key).map(inForce.sheets()::get)
        .flatMap(Sheet::lifecycle);
  }

  /** The names of the order types that files may refer to. */
  List<String> typeNames() {
    return Stream.concat(
            OrderTypes.FORESEEN.stream(), lifecycles().stream().map(lifecycle -> lifecycle.type().name()).sorted())
        .distinct().toList();
  }

  /** The same as the flow is followed in them. */
  Map<String, FlowSheet> flowSheets() {
    if (flowSheets == null) {
      flowSheets = FlowSheet.all(sheets());
    }
    return flowSheets;
  }

  /** A process with all that it calls, and what those call; empty when there is none of the key. */
  List<Sheet> withAllCalled(String key) {
    Map<String, Sheet> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(key));
    while (!open.isEmpty()) {
      String next = open.remove();
      Sheet sheet = sheets().get(next);
      if (sheet != null && found.putIfAbsent(next, sheet) == null) {
        sheet.all(CallActivity.class).stream()
            .map(CallActivity::getCalledElement).filter(Objects::nonNull).forEach(open::add);
      }
    }
    return List.copyOf(found.values());
  }

  /** The diagrams and tables of the deployment that are XML, by the names of their files. */
  Map<String, Document> documents() {
    if (documents == null) {
      documents = new TreeMap<>();
      contents.forEach((resource, content) -> {
        if (FileCheck.isXml(resource)) {
          try {
            documents.put(resource, Xml.read(content));
          } catch (SAXException e) {
            // the check of the files tells it
          }
        }
      });
    }
    return documents;
  }

  /** The diagrams or tables among them, by the ending of their names. */
  Stream<String> named(String ending) {
    return documents().keySet().stream().filter(resource -> resource.endsWith(ending));
  }

  /**
   * The form an action would have after the deployment.
   *
   * @param key such as {@code accept-job}
   */
  Optional<byte[]> form(String key) {
    return formsOf(key).stream().findFirst().map(contents::get).or(() -> inForce.form(key));
  }

  /** The files of the deployment that hold the form; the Modeler deploys them without their folder. */
  List<String> formsOf(String key) {
    String file = key + DefinitionFile.FORM;
    return contents.keySet().stream().filter(name -> name.equals(file) || name.endsWith("/" + file)).sorted().toList();
  }
}
