package org.jobline.action;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jobline.order.Order;
import org.jobline.order.OrderCard;
import org.jobline.platform.engine.OneCommand;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes ahead with an action at its place: completes the open task, or starts what leads to one. */
@Component
class ActionStart {

  private final Catalogue catalogue;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final OrderCard card;
  private final OneCommand oneCommand;

  ActionStart(
      Catalogue catalogue, RuntimeService runtime, TaskService tasks, OrderCard card, OneCommand oneCommand) {
    this.catalogue = catalogue;
    this.runtime = runtime;
    this.tasks = tasks;
    this.card = card;
    this.oneCommand = oneCommand;
  }

  /**
   * Has the submission that is pending reach its user task. Throws as {@link ActionService#perform} does.
   *
   * @param order taken for changing
   */
  void perform(Order order, ActionKey key, Agent agent) {
    oneCommand.call(() -> {
      Catalogue.Place place = catalogue.allowedPlace(order, key, agent);
      if (place instanceof Catalogue.Place.OpenTask open) {
        tasks.complete(open.taskId());
      } else {
        // what is completed at once is on no card
        start(place, order, Map.of());
      }
      return place;
    });
  }

  /**
   * Leaves a task for the agent. Throws as {@link ActionService#perform} does.
   *
   * @param order taken for changing
   * @return the id of the task if it was open already
   */
  Optional<String> open(Order order, ActionKey key, Agent agent, @Nullable Channel channel) {
    Catalogue.Place place = catalogue.allowedPlace(order, key, agent);
    if (channel != null && !place.action().menus().contains(channel)) {
      throw new InvalidFieldsException("channel", "must be one of " + place.action().menus() + ".");
    }
    if (place instanceof Catalogue.Place.OpenTask open) {
      takeUnlessTaken(open.taskId(), agent);
      return Optional.of(open.taskId());
    }
    start(place, order, card.of(order));
    return Optional.empty();
  }

  private void start(Catalogue.Place place, Order order, Map<String, Object> variables) {
    if (place instanceof Catalogue.Place.Subscription subscription) {
      runtime.messageEventReceived(subscription.action().message(), subscription.executionId());
    } else {
      runtime.createMessageCorrelation(place.action().message())
          .processInstanceBusinessKey(order.number().value())
          .processDefinitionId(place.action().processDefinitionId())
          .setVariables(variables)
          .correlateStartMessage();
    }
  }

  private void takeUnlessTaken(String taskId, Agent agent) {
    if (tasks.createTaskQuery().taskId(taskId).taskUnassigned().count() > 0) {
      tasks.setAssignee(taskId, agent.name());
    }
  }
}
