package org.jobline.action;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Configuration;

/**
 * On a class that reads as its diagram: each bean is one of its service tasks, and its constants are the names the
 * application knows of the diagram. A bean keeps its name, since deployed versions of diagrams call it by that for years.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Configuration(proxyBeanMethods = false)
public @interface StepsOf {

  /** The file of the diagram, below {@code processes}, then those of other diagrams that call some of the beans. */
  String[] value();
}
