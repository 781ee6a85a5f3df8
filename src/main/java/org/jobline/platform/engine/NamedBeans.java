package org.jobline.platform.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * All that diagrams and tables may name: the delegates, which do something, and the questions, which are read. The
 * engine's expression language sees these and the variables of the process, nothing else of the application.
 */
@Component
public class NamedBeans {

  /** A bean of ours whose class is called so answers questions of diagrams; each of its public methods is one. */
  private static final String QUESTIONS = "Expressions";
  /** The fields of the action in progress. They are read by their keys; no method can be called. */
  public static final String FORM = "form";

  private final ListableBeanFactory beans;
  private volatile @Nullable Set<String> delegates;
  private volatile @Nullable Set<String> questions;

  NamedBeans(@Lazy ListableBeanFactory beans) {
    this.beans = beans;
  }

  public Set<String> delegates() {
    if (delegates == null) {
      delegates = sorted(Stream.of(beans.getBeanNamesForType(JavaDelegate.class, false, false)));
    }
    return delegates;
  }

  public Set<String> questions() {
    if (questions == null) {
      questions = sorted(Stream.of(beans.getBeanDefinitionNames())
          .filter(name -> isQuestion(beans.getType(name, false))));
    }
    return questions;
  }

  /** What may be asked of a question bean: the names of its methods that take so many arguments. */
  public Set<String> methods(String question, int arguments) {
    return methods(beans.getType(question, false), method -> method.getParameterCount() == arguments);
  }

  /** The type of the answer to a question that there is. */
  public Class<?> answerOf(String question, String method) {
    return Arrays.stream(ClassUtils.getUserClass(beans.getType(question, false)).getDeclaredMethods())
        .filter(candidate -> Modifier.isPublic(candidate.getModifiers()) && candidate.getName().equals(method))
        .<Class<?>>map(Method::getReturnType)
        .findFirst()
        .orElseThrow();
  }

  /** All that may be asked of a question bean, as it is written. */
  public Set<String> questionsOf(String question) {
    return sorted(Arrays.stream(ClassUtils.getUserClass(beans.getType(question, false)).getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(method -> question + "." + method.getName() + "(" + Arrays.stream(method.getParameterTypes())
            .map(type -> type == String.class ? "'…'" : "execution").collect(Collectors.joining(", ")) + ")"));
  }

  Optional<Object> find(String name) {
    return name.equals(FORM) || questions().contains(name) || delegates().contains(name)
        ? Optional.of(beans.getBean(name))
        : Optional.empty();
  }

  /** Whether it is a question bean that has such a method. */
  static boolean answers(Object bean, String method) {
    return isQuestion(bean.getClass()) && methods(bean.getClass(), candidate -> true).contains(method);
  }

  private static boolean isQuestion(@Nullable Class<?> type) {
    if (type == null) {
      return false;
    }
    Class<?> ours = ClassUtils.getUserClass(type);
    return ours.getName().startsWith("org.jobline.") && ours.getSimpleName().endsWith(QUESTIONS);
  }

  private static Set<String> methods(Class<?> type, Predicate<Method> which) {
    return sorted(Arrays.stream(ClassUtils.getUserClass(type).getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
        .filter(which)
        .map(Method::getName));
  }

  private static Set<String> sorted(Stream<String> names) {
    return names.collect(Collectors.toCollection(TreeSet::new));
  }
}
