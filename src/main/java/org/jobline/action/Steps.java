package org.jobline.action;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderProcess;
import org.springframework.stereotype.Component;

/**
 * Makes the service tasks of diagrams of what services do. A step is handed its order and the form it reads, so that
 * neither it nor its service asks what is going on.
 */
@Component
public class Steps {

  private final CurrentAction current;

  Steps(CurrentAction current) {
    this.current = current;
  }

  /** What a step does that reads the form and variables of its process, or leaves some. */
  @FunctionalInterface
  public interface FormStep {

    void execute(OrderNumber order, Fields form, DelegateExecution execution);
  }

  public JavaDelegate of(Consumer<OrderNumber> step) {
    return execution -> step.accept(OrderProcess.orderOf(execution));
  }

  /** A step that reads variables of its process, or leaves some. */
  public JavaDelegate of(BiConsumer<OrderNumber, DelegateExecution> step) {
    return execution -> step.accept(OrderProcess.orderOf(execution), execution);
  }

  /** A step that reads the form of the action in progress. It throws an IllegalStateException where there is none. */
  public JavaDelegate withForm(BiConsumer<OrderNumber, Fields> step) {
    return withForm((order, form, execution) -> step.accept(order, form));
  }

  /** The same, for a step that also reads variables of its process, or leaves some. */
  public JavaDelegate withForm(FormStep step) {
    return execution -> step.execute(OrderProcess.orderOf(execution), current.fields(), execution);
  }

  /** A step reached by this action, whose form it reads, and in other ways, where there is no form to read. */
  public JavaDelegate withFormOf(ActionKey action, BiConsumer<OrderNumber, Optional<Fields>> step) {
    return execution -> step.accept(OrderProcess.orderOf(execution),
        current.is(action) ? Optional.of(current.fields()) : Optional.empty());
  }
}
