package org.jobline.modelling;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.jspecify.annotations.Nullable;

/**
 * What a check finds in one file, added to what the others found.
 *
 * @param resource name of the file within its deployment
 */
record ProblemsOfFile(String resource, List<Problem> all) {

  /** @param element id of the element to mark, null for the file as a whole */
  void require(boolean holds, @Nullable String element, @Nullable String property, String otherwise) {
    if (!holds) {
      all.add(Problem.at(resource, element, property, otherwise));
    }
  }

  void requireOfTheFile(boolean holds, @Nullable String property, String otherwise) {
    require(holds, (@Nullable String) null, property, otherwise);
  }

  void require(boolean holds, BaseElement element, String property, String otherwise) {
    require(holds, element.getId(), property, otherwise);
  }

  /** @param element id of the element to mark, null for the file as a whole */
  void requireAllOf(Iterable<String> allowed, Collection<String> values, @Nullable String element, String property) {
    Set<String> wrong = new TreeSet<>(values);
    allowed.forEach(wrong::remove);
    require(wrong.isEmpty(), element, property,
        "\"" + String.join(", ", wrong) + "\" isn't allowed. Allowed: " + String.join(", ", allowed) + ".");
  }

  void requireOneOf(Iterable<String> allowed, String value, @Nullable String element, String property) {
    requireAllOf(allowed, List.of(value), element, property);
  }
}
