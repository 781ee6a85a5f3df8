package org.jobline.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.money.authorisation.AuthorisationSteps;
import org.jobline.order.AuthorisationLock;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderType;
import org.jobline.order.StatusCode;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.time.ActionClock;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** The real helpdesk: the very services the API uses, at the time the log says. */
@Component
class Helpdesk implements Desk {

  private static final OrderType REACTIVE = new OrderType("REACTIVE", "R", '0');

  /** Who replays; the log's own people stand in the fields. */
  static final Agent AGENT = new Agent("replay", Set.of("helpdesk"));

  private static final Map<String, Object> AGREED = Map.of(
      "decision", "authorise", "reference", "replay", "reason", "as it happened", "expenditure", "revenue");

  private final Intake intake;
  private final ActionService actions;
  private final WorkOrders orders;
  private final DueTimers dueTimers;
  private final ActionClock clock;

  Helpdesk(Intake intake, ActionService actions, WorkOrders orders, DueTimers dueTimers, ActionClock clock) {
    this.intake = intake;
    this.actions = actions;
    this.orders = orders;
    this.dueTimers = dueTimers;
    this.clock = clock;
  }

  @Override
  public OrderNumber log(LogCase logCase, Instant at) {
    LogEvent first = logCase.events().get(0);
    Map<String, Object> fields = new HashMap<>();
    fields.put("client", LogCodes.CLIENT);
    fields.put("site", LogCodes.site(first.country()));
    fields.put("workType", LogCodes.workType(first.product()));
    fields.put("priority", LogCodes.priority(first.impact()));
    fields.put("description", "Case " + logCase.name() + ": " + first.product() + ", impact " + first.impact());
    fields.put("contactName", first.person());
    fields.put("externalReference", logCase.name());
    fields.put("resource", LogCodes.resource(first.group()));
    fields.put("scheduleKind", "up to SLA");
    fields.put("confirmDuplicate", true);
    return accepted("being logged", () -> clock.at(at, () -> {
      OrderNumber number = intake.log(AGENT, REACTIVE, Submission.of(fields));
      authoriseWhatWaits(number);
      return number;
    }));
  }

  /** The log knows of nobody who refused what an order costs, so that whoever is asked agrees at once. */
  private void authoriseWhatWaits(OrderNumber number) {
    for (Optional<AuthorisationLock> lock = lock(number); lock.isPresent(); lock = lock(number)) {
      String profile = lock.get().profile();
      actions.perform(new Agent("replay of " + profile, Set.of(profile)), number, AuthorisationSteps.AUTHORISE,
          Submission.of(AGREED));
    }
  }

  private Optional<AuthorisationLock> lock(OrderNumber number) {
    return orders.get(number).authorisationLock();
  }

  @Override
  public OrderState look(OrderNumber number) {
    return OrderState.of(orders.get(number));
  }

  @Override
  public StatusCode perform(OrderNumber number, Step step, Instant at) {
    return accepted(step.action().value(), () -> clock.at(at, () -> {
      actions.perform(AGENT, number, step.action(), Submission.of(step.fields()));
      authoriseWhatWaits(number);
      return orders.get(number).status().code();
    }));
  }

  @Override
  public void letTimersExpire(OrderNumber number, Instant at) {
    clock.at(at, () -> {
      dueTimers.fire(number, at);
      return null;
    });
  }

  private static <T> T accepted(String what, Supplier<T> doing) {
    try {
      return doing.get();
    } catch (ActionNotAvailableException e) {
      throw new RefusedException("not offered in " + e.status(), e.getMessage(), e);
    } catch (AwaitingAuthorisationException e) {
      throw new RefusedException("waiting for authorisation", e.getMessage(), e);
    } catch (InvalidFieldsException e) {
      String fields = e.errors().stream().map(FieldError::field).sorted().collect(Collectors.joining(", "));
      throw new RefusedException("invalid " + fields, what + ": " + e.getMessage(), e);
    }
  }
}
