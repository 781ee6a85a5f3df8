package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.jobline.action.OfferCondition;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.SupplySteps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/** What our own diagrams and element templates hold beyond what every deployment must ({@link ModelRulesTest}). */
@HelpdeskTest
class DiagramsTest {

  private final ApplicationContext context;
  private final ObjectMapper json = new ObjectMapper();

  DiagramsTest(ApplicationContext context) {
    this.context = context;
  }

  static Stream<Path> diagrams() {
    return files("processes", ".bpmn");
  }

  private static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> paths = Files.walk(Path.of(folder))) {
      return paths.filter(path -> path.toString().endsWith(ending)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BpmnModelInstance read(Path diagram) {
    return Bpmn.readModelFromFile(diagram.toFile());
  }

  @ParameterizedTest
  @MethodSource("diagrams")
  void every_element_has_its_place_on_the_sheet(Path diagram) {
    BpmnModelInstance model = read(diagram);
    Set<String> drawn = Stream.concat(
            model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
            model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
        .map(BaseElement::getId)
        .collect(Collectors.toSet());
    assertThat(model.getModelElementsByType(FlowElement.class)).extracting(FlowElement::getId).isSubsetOf(drawn);
  }

  @Test
  void no_delegate_is_left_without_a_diagram() {
    Set<String> called = diagrams()
        .flatMap(diagram -> read(diagram).getModelElementsByType(ServiceTask.class).stream())
        .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
        .collect(Collectors.toSet());
    assertThat(called).containsAll(delegates());
  }

  /** All but those of a diagram of tests. */
  private Set<String> delegates() {
    Set<String> names = new TreeSet<>(context.getBeansOfType(JavaDelegate.class).keySet());
    names.removeAll(SupplySteps.NAMES);
    return names;
  }

  @Test
  void every_outcome_that_is_thrown_is_caught() {
    Set<String> thrown = escalations(EndEvent.class);
    Set<String> caught = new TreeSet<>(escalations(BoundaryEvent.class));
    caught.addAll(escalations(StartEvent.class));
    assertThat(caught).isEqualTo(thrown);
  }

  private static Set<String> escalations(Class<? extends FlowElement> where) {
    return diagrams()
        .flatMap(diagram -> read(diagram).getModelElementsByType(where).stream())
        .map(event -> event.getChildElementsByType(EscalationEventDefinition.class))
        .flatMap(Collection::stream)
        .map(definition -> definition.getEscalation().getEscalationCode())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void element_templates_offer_what_there_is() throws IOException {
    assertThat(choices("side-effect", "camunda:delegateExpression"))
        .map(choice -> choice.replaceAll("[${}]", ""))
        .containsExactlyInAnyOrderElementsOf(delegates());
    assertThat(choices("on-demand-start", "offeredIf")).filteredOn(choice -> !choice.isEmpty())
        .containsExactlyInAnyOrderElementsOf(context.getBeansOfType(OfferCondition.class).values().stream()
            .map(OfferCondition::name).toList());
  }

  private List<String> choices(String template, String property) throws IOException {
    JsonNode root = json.readTree(
        Path.of("processes/.camunda/element-templates", template + ".json").toFile());
    return root.path("properties").findParents("choices").stream()
        .filter(candidate -> candidate.path("binding").path("name").asText().equals(property))
        .flatMap(found -> Stream.iterate(0, i -> i < found.path("choices").size(), i -> i + 1)
            .map(i -> found.path("choices").get(i).path("value").asText()))
        .toList();
  }
}
