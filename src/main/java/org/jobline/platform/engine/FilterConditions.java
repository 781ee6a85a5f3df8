package org.jobline.platform.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;

/** Knows what filters ask for: the engine's queries cannot be looked into, what it stores of them can. */
public final class FilterConditions {

  private FilterConditions() {}

  public static boolean areSame(Filter one, Filter other) {
    return of(one).equals(of(other));
  }

  /** The same text for filters that ask for the same. */
  public static String of(Filter filter) {
    return ((FilterEntity) filter).getQueryInternal();
  }

  /** Whether it asks who looks, and not only which groups he is in. */
  public static boolean isPersonal(Filter filter) {
    return of(filter).contains("currentUser()");
  }
}
