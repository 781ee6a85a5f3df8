package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How our sheets look to who prints them, and what the Modeler shows an owner who selects a piece. */
class SheetsTest {

  private static final String COLOUR = "http://bpmn.io/schema/bpmn/biocolor/1.0";
  private static final Path TEMPLATES = Path.of("processes/.camunda/element-templates");
  private static final ObjectMapper JSON = new ObjectMapper();
  /** What is drawn more than once, and why. */
  private static final Map<String, String> DRAWN_AGAIN = Map.of(
      "information", "before acceptance it also says whether a question is open, which is a status; elsewhere it records",
      "po-dispatched", "an order waits with it; of one that has come in part it is told on demand",
      "po-record-invoice", "a delivered order waits with it; before, and when it is settled, finance records on demand",
      "po-receipt", "an order waits with it; what comes before the paper does is receipted on demand",
      "set-schedule", "an order waits with it; while its specification is missing too, either may come first",
      "request-quotes", "an order waits with it; more contractors are asked on demand",
      "provide-quote", "an order waits with the first; others and amendments are taken down on demand",
      "po-resolve-mismatch", "a delivered order waits with it; before, finance decides on demand");

  static Stream<Path> sheets() {
    try (Stream<Path> paths = Files.walk(Path.of("processes"))) {
      return paths.filter(path -> path.toString().endsWith(".bpmn")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BpmnModelInstance read(Path sheet) {
    return Bpmn.readModelFromFile(sheet.toFile());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void every_dotted_box_has_a_title(Path sheet) {
    assertThat(read(sheet).getModelElementsByType(SubProcess.class)).filteredOn(SubProcess::triggeredByEvent)
        .allSatisfy(box -> assertThat(box.getName()).as(box.getId()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void a_status_stands_once_on_each_sheet(Path sheet) {
    Map<String, List<String>> places = read(sheet).getModelElementsByType(IntermediateThrowEvent.class).stream()
        .filter(event -> event.getEventDefinitions().isEmpty())
        .collect(Collectors.groupingBy(
            IntermediateThrowEvent::getName, Collectors.mapping(BaseElement::getId, Collectors.toList())));
    assertThat(places.values()).allSatisfy(events -> assertThat(events).hasSize(1));
  }

  @Test
  void a_status_is_called_the_same_on_every_sheet() {
    Map<String, Set<String>> names = new TreeMap<>();
    sheets().flatMap(sheet -> read(sheet).getModelElementsByType(IntermediateThrowEvent.class).stream())
        .filter(event -> event.getEventDefinitions().isEmpty())
        .map(IntermediateThrowEvent::getName)
        // what has become of a cancelled order is said beside its status
        .map(name -> name.replaceFirst("(\\.x9 Cancelled) - .*", "$1"))
        .forEach(name -> names.computeIfAbsent(name.substring(0, 4), number -> new TreeSet<>()).add(name));
    assertThat(names.values()).allSatisfy(called -> assertThat(called).hasSize(1));
  }

  @Test
  void an_action_is_drawn_once() {
    Map<String, Long> places = sheets().flatMap(sheet -> read(sheet).getModelElementsByType(UserTask.class).stream())
        .collect(Collectors.groupingBy(UserTask::getCamundaFormRef, Collectors.counting()));
    assertThat(places.keySet()).filteredOn(key -> places.get(key) > 1)
        .containsExactlyInAnyOrderElementsOf(DRAWN_AGAIN.keySet());
  }

  @Test
  void what_follows_an_action_is_drawn_once() {
    List<String> pairs = sheets().flatMap(sheet -> read(sheet).getModelElementsByType(SequenceFlow.class).stream())
        .filter(flow -> flow.getSource() instanceof ServiceTask && flow.getTarget() instanceof ServiceTask)
        .map(flow -> ((ServiceTask) flow.getSource()).getCamundaDelegateExpression() + " then "
            + ((ServiceTask) flow.getTarget()).getCamundaDelegateExpression())
        .toList();
    assertThat(pairs).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void sheets_hand_on_what_they_name() {
    assertThat(sheets().flatMap(sheet -> read(sheet).getModelElementsByType(CamundaIn.class).stream()))
        .isNotEmpty().allSatisfy(in -> assertThat(in.getCamundaVariables()).isNull());
  }

  @Test
  void every_kind_of_piece_has_a_colour_of_its_own() {
    Map<String, Set<String>> colours = new HashMap<>();
    sheets().forEach(sheet -> read(sheet).getModelElementsByType(BpmnShape.class).forEach(shape -> {
      String kind = kind(shape.getBpmnElement());
      if (kind != null) {
        colours.computeIfAbsent(kind, k -> new TreeSet<>())
            .add(shape.getAttributeValueNs(COLOUR, "fill") + " " + shape.getAttributeValueNs(COLOUR, "stroke"));
      }
    }));
    assertThat(colours).hasSize(7);
    assertThat(colours.values()).allSatisfy(same -> assertThat(same).hasSize(1).doesNotContain("null null"));
    assertThat(colours.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
  }

  private static String kind(BaseElement element) {
    if (element instanceof UserTask) {
      return "action";
    }
    if (element instanceof ServiceTask) {
      return "side effect";
    }
    if (element instanceof SubProcess box) {
      return box.triggeredByEvent() ? "on demand, its box" : null;
    }
    List<EventDefinition> definitions = element instanceof CatchEvent event ? List.copyOf(event.getEventDefinitions())
        : element instanceof ThrowEvent event ? List.copyOf(event.getEventDefinitions()) : null;
    if (definitions == null) {
      return null;
    }
    if (definitions.isEmpty()) {
      return element instanceof IntermediateThrowEvent ? "status" : null;
    }
    EventDefinition definition = definitions.get(0);
    return definition instanceof EscalationEventDefinition
        || definition instanceof MessageEventDefinition && element instanceof EndEvent ? "outcome"
        : definition instanceof LinkEventDefinition ? "link"
        : definition instanceof MessageEventDefinition && element instanceof StartEvent ? "on demand"
        : null;
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void no_line_crosses_another_or_a_piece_it_does_not_touch(Path sheet) {
    BpmnModelInstance model = read(sheet);
    List<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class).stream()
        .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow).toList();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      SequenceFlow one = (SequenceFlow) edges.get(i).getBpmnElement();
      for (int k = i + 1; k < edges.size(); k++) {
        SequenceFlow other = (SequenceFlow) edges.get(k).getBpmnElement();
        // lines out of the same question, or into the same piece, may run together
        if (!one.getSource().equals(other.getSource()) && !one.getTarget().equals(other.getTarget())
            && cross(edges.get(i), edges.get(k))) {
          faults.add(one.getId() + " crosses " + other.getId());
        }
      }
      for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
        BaseElement piece = shape.getBpmnElement();
        if (!(piece instanceof SubProcess) && !piece.equals(one.getSource()) && !piece.equals(one.getTarget())
            && lines(edges.get(i)).stream().anyMatch(line -> line.intersects(inside(shape)))) {
          faults.add(one.getId() + " runs through " + piece.getId());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static boolean cross(BpmnEdge one, BpmnEdge other) {
    return lines(one).stream().anyMatch(a -> lines(other).stream().anyMatch(a::intersectsLine));
  }

  private static List<Line2D> lines(BpmnEdge edge) {
    List<Waypoint> points = List.copyOf(edge.getWaypoints());
    List<Line2D> lines = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      lines.add(new Line2D.Double(
          points.get(i - 1).getX(), points.get(i - 1).getY(), points.get(i).getX(), points.get(i).getY()));
    }
    return lines;
  }

  private static Rectangle2D inside(BpmnShape shape) {
    Bounds bounds = shape.getBounds();
    return new Rectangle2D.Double(
        bounds.getX() + 1, bounds.getY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
  }

  @Test
  void the_lifecycle_fits_a_screen() {
    Rectangle2D sheet = read(Path.of("processes/lifecycles/reactive.bpmn")).getModelElementsByType(BpmnShape.class)
        .stream().map(SheetsTest::inside).reduce(Rectangle2D::createUnion).orElseThrow();
    assertThat(sheet.getWidth()).isLessThanOrEqualTo(1800);
    assertThat(sheet.getHeight()).isLessThanOrEqualTo(800);
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void every_piece_carries_its_template_and_has_values_the_template_allows(Path sheet) throws IOException {
    BpmnModelInstance model = read(sheet);
    for (FlowElement piece : model.getModelElementsByType(FlowElement.class)) {
      String template = piece.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "modelerTemplate");
      assertThat(template).as("template of %s", piece.getId()).isIn(templates(piece));
      if (template != null) {
        JsonNode rules = JSON.readTree(
            TEMPLATES.resolve(template.replace("org.jobline.", "") + ".json").toFile());
        assertThat(piece.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "modelerTemplateVersion"))
            .as("version at %s", piece.getId()).isEqualTo(rules.path("version").asText());
        for (JsonNode property : rules.path("properties")) {
          holds(piece, property);
        }
      }
    }
  }

  /** Null where a piece may do without. */
  private static List<String> templates(FlowElement piece) {
    List<String> allowed = new ArrayList<>();
    if (piece instanceof UserTask task) {
      allowed.add(task.getIncoming().stream().anyMatch(flow -> "on demand".equals(kind(flow.getSource())))
          ? "org.jobline.on-demand-task" : "org.jobline.prompt");
    } else if (piece instanceof ServiceTask) {
      allowed.add("org.jobline.side-effect");
    } else if ("status".equals(kind(piece))) {
      allowed.add("org.jobline.status");
    } else if ("on demand".equals(kind(piece)) && piece.getExtensionElements() != null) {
      allowed.add("org.jobline.on-demand-start");
    } else if (piece instanceof StartEvent start && start.getCamundaFormRef() != null) {
      allowed.add("org.jobline.lifecycle-start");
    } else if (piece instanceof ExclusiveGateway) {
      allowed.add("org.jobline.question");
    } else {
      allowed.add(null);
      if (piece instanceof SequenceFlow flow && flow.getConditionExpression() != null) {
        allowed.add("org.jobline.answer");
        allowed.add("org.jobline.answer-from-form");
      }
    }
    return allowed;
  }

  private static void holds(FlowElement piece, JsonNode property) {
    String name = property.path("binding").path("name").asText();
    String value = property.path("binding").path("type").asText().equals("camunda:property")
        ? camundaProperty(piece, name) : attribute(piece, name);
    String what = name + " of " + piece.getId();
    if (property.path("constraints").path("notEmpty").asBoolean()) {
      assertThat(value).as(what).isNotBlank();
    }
    if (property.has("choices") && value != null) {
      assertThat(property.path("choices")).as(what).extracting(choice -> choice.path("value").asText()).contains(value);
    }
    if (property.path("constraints").has("pattern") && value != null) {
      assertThat(value).as(what).matches(property.path("constraints").path("pattern").path("value").asText());
    }
    if (property.path("type").asText().equals("Hidden")) {
      assertThat(value).as(what).isEqualTo(property.path("value").asText());
    }
  }

  private static String camundaProperty(FlowElement piece, String name) {
    return piece.getExtensionElements() == null ? null
        : piece.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
            .flatMap(properties -> properties.getCamundaProperties().stream())
            .filter(property -> property.getCamundaName().equals(name))
            .map(CamundaProperty::getCamundaValue)
            .findFirst().orElse(null);
  }

  private static String attribute(FlowElement piece, String name) {
    if (name.equals("conditionExpression")) {
      return ((SequenceFlow) piece).getConditionExpression().getTextContent();
    }
    return name.startsWith("camunda:")
        ? piece.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, name.substring("camunda:".length()))
        : piece.getAttributeValue(name);
  }
}
