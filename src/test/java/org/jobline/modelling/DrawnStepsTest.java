package org.jobline.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jobline.action.ActionKey;
import org.jobline.action.StepsOf;
import org.jobline.platform.engine.ProcessMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Classes of steps read as their diagrams: a name that is changed on one side only is found here. */
class DrawnStepsTest {

  static List<Class<?>> classes() {
    ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(StepsOf.class));
    return scan.findCandidateComponents("org.jobline").stream()
        .map(BeanDefinition::getBeanClassName)
        .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
        .toList();
  }

  private static List<String> diagramsOf(Class<?> steps) {
    return Stream.of(steps.getAnnotation(StepsOf.class).value()).map(file -> "processes/" + file).toList();
  }

  private static Set<String> stepsOf(Class<?> steps) {
    return Arrays.stream(steps.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Bean.class))
        .peek(method -> assertThat(method.getReturnType()).as("%s", method).isEqualTo(JavaDelegate.class))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> calledBy(BpmnModelInstance diagram) {
    return diagram.getModelElementsByType(ServiceTask.class).stream()
        .map(task -> task.getCamundaDelegateExpression().replaceAll("[${}]", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <T> Stream<T> constants(Class<?> steps, Class<T> type) {
    return Arrays.stream(steps.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
        .peek(ReflectionUtils::makeAccessible)
        .map(field -> type.cast(ReflectionUtils.getField(field, null)));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void its_diagrams_are_those_that_call_its_steps(Class<?> steps) {
    Set<String> beans = stepsOf(steps);
    assertThat(OwnDiagrams.models().entrySet().stream()
        .filter(diagram -> calledBy(diagram.getValue()).stream().anyMatch(beans::contains))
        .map(diagram -> diagram.getKey()))
        .containsExactlyInAnyOrderElementsOf(diagramsOf(steps));
  }

  @Test
  void every_service_task_is_a_step_and_every_step_a_service_task() {
    assertThat(classes().stream().flatMap(steps -> stepsOf(steps).stream()))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(OwnDiagrams.models().values().stream()
            .flatMap(diagram -> calledBy(diagram).stream()).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void its_process_is_the_one_of_its_first_diagram(Class<?> steps) {
    Field process = ReflectionUtils.findField(steps, "PROCESS");
    if (process != null) {
      ReflectionUtils.makeAccessible(process);
      assertThat(OwnDiagrams.models().get(diagramsOf(steps).get(0)).getModelElementsByType(Process.class))
          .extracting(Process::getId).containsExactly((String) ReflectionUtils.getField(process, null));
    }
  }

  @ParameterizedTest
  @MethodSource("classes")
  void its_words_stand_in_its_diagrams(Class<?> steps) {
    assertThat(constants(steps, String.class)).allSatisfy(word ->
        assertThat(diagramsOf(steps)).anySatisfy(diagram ->
            assertThat(Bpmn.convertToString(OwnDiagrams.models().get(diagram)))
                .containsPattern("\\b" + Pattern.quote(word) + "\\b")));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void its_actions_are_drawn(Class<?> steps) {
    Set<String> forms = OwnDiagrams.models().values().stream()
        .flatMap(diagram -> diagram.getModelElementsByType(UserTask.class).stream())
        .map(UserTask::getCamundaFormRef)
        .collect(Collectors.toSet());
    assertThat(constants(steps, ActionKey.class)).extracting(ActionKey::value).isSubsetOf(forms);
  }

  @Test
  void what_the_application_tells_processes_is_heard_by_a_diagram() {
    assertThat(OwnDiagrams.models().values().stream()
        .flatMap(diagram -> diagram.getModelElementsByType(Message.class).stream())
        .map(Message::getName))
        .containsAll(ProcessMessage.names());
  }
}
