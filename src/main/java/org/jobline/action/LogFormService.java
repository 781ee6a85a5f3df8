package org.jobline.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out the forms orders are logged with (domain/agent-actions.md, Logging an order). */
@Service
class LogFormService {

  private static final int CHOICES = 200;

  private final DeployedLifecycles lifecycles;
  private final Forms forms;
  private final PickLists pickLists;
  private final ObjectMapper json;

  LogFormService(DeployedLifecycles lifecycles, Forms forms, PickLists pickLists, ObjectMapper json) {
    this.lifecycles = lifecycles;
    this.forms = forms;
    this.pickLists = pickLists;
    this.json = json;
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
    ObjectNode data = result.putObject("data");
    form.fields().stream()
        .filter(FormField::isSelectFromPickList)
        .map(FormField::pickList)
        .forEach(list -> data.set(
            list, json.valueToTree(pickLists.named(list).choices(Optional.empty(), "", CHOICES))));
    return result;
  }
}
