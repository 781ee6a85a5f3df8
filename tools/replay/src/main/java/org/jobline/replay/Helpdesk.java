package org.jobline.replay;

import java.time.Instant;
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
import org.jobline.order.Orders;
import org.jobline.order.StatusCode;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.time.ActionClock;
import org.springframework.stereotype.Component;

/** The real helpdesk: the very services the API uses, at the time the log says. */
@Component
class Helpdesk {

  private static final Map<String, Object> AGREED = Map.of(
      "decision", "authorise", "reference", "replay", "reason", "as it happened", "expenditure", "revenue");

  private final Intake intake;
  private final ActionService actions;
  private final Orders orders;
  private final DueTimers dueTimers;
  private final ActionClock clock;

  Helpdesk(Intake intake, ActionService actions, Orders orders, DueTimers dueTimers, ActionClock clock) {
    this.intake = intake;
    this.actions = actions;
    this.orders = orders;
    this.dueTimers = dueTimers;
    this.clock = clock;
  }

  /** What a log that is so read asks of it. */
  Desk reading(LogReading reading) {
    return new Desk() {

      @Override
      public OrderNumber log(LogCase logCase, Instant at) {
        return accepted("being logged", () -> clock.at(at, () -> {
          OrderNumber number = intake.log(reading.agent(), reading.type(), Submission.of(reading.fields(logCase)));
          authoriseWhatWaits(number);
          return number;
        }));
      }

      @Override
      public OrderState look(LogCase logCase, OrderNumber number) {
        return reading.look(logCase, number);
      }

      @Override
      public StatusCode perform(OrderNumber number, Step step, Instant at) {
        return Helpdesk.this.perform(reading.agent(), number, step, at);
      }

      @Override
      public void letTimersExpire(OrderNumber number, Instant at) {
        clock.at(at, () -> {
          dueTimers.fire(number, at);
          return null;
        });
      }
    };
  }

  StatusCode perform(Agent agent, OrderNumber number, Step step, Instant at) {
    return accepted(step.action().value(), () -> clock.at(at, () -> {
      actions.perform(agent, number, step.action(), Submission.of(step.fields()));
      authoriseWhatWaits(number);
      return orders.get(number).status().code();
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
