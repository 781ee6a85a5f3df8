package org.jobline.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out the forms orders are logged with (domain/agent-actions.md, Logging an order). */
@Service
class LogFormService {

  private final DeployedLifecycles lifecycles;
  private final Forms forms;
  private final PickLists pickLists;

  LogFormService(DeployedLifecycles lifecycles, Forms forms, PickLists pickLists) {
    this.lifecycles = lifecycles;
    this.forms = forms;
    this.pickLists = pickLists;
  }

  /** Those no administrator has suspended. */
  List<Lifecycle> loggableBy(Agent agent) {
    return lifecycles.loggable().stream().filter(lifecycle -> agent.hasOneOf(lifecycle.roles())).toList();
  }

  /**
   * The form with the lists to choose from under {@code data}.
   *
   * @throws NotFoundException when no order can be logged of such a type
   * @throws NotPermittedException when this agent may not
   */
  @Transactional(readOnly = true)
  ObjectNode of(Agent agent, String type) {
    Lifecycle lifecycle = lifecycles.loggable().stream()
        .filter(candidate -> candidate.type().name().equals(type))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("order type", type));
    if (!agent.hasOneOf(lifecycle.roles())) {
      throw new NotPermittedException(agent, lifecycle.action(), lifecycle.roles());
    }
    FormDefinition form = forms.of(
        lifecycles.newestDefinition(lifecycle.type()), "forms/" + lifecycle.form() + ".form");
    ObjectNode result = form.json().deepCopy();
    pickLists.fill(result.putObject("data"), form, Optional.empty());
    return result;
  }
}
