package org.jobline.action;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The fields of the action in progress, for gateways: {@code ${form.outcome == 'completed'}}. Fields left empty are
 * null. Outside an action nothing can be read of it.
 */
@Component("form")
public class SubmittedForm extends AbstractMap<String, Object> {

  private final CurrentAction current;

  SubmittedForm(CurrentAction current) {
    this.current = current;
  }

  private Map<String, Object> fields() {
    return current.fields().asMap();
  }

  @Override
  public @Nullable Object get(Object key) {
    return fields().get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return fields().containsKey(key);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return fields().entrySet();
  }
}
