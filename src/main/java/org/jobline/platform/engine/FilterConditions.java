package org.jobline.platform.engine;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;

/** Compares what filters ask for: the engine's queries cannot be compared, what it stores of them can. */
public final class FilterConditions {

  private FilterConditions() {}

  public static boolean areSame(Filter one, Filter other) {
    return ((FilterEntity) one).getQueryInternal().equals(((FilterEntity) other).getQueryInternal());
  }
}
