package org.jobline.replay;

import java.time.Instant;
import java.util.List;

/**
 * Reads an event of an incident log as what an agent would have done about the order. Depends on nothing but its
 * arguments, so that the plan of an event that was interrupted can be made again from where the order then stands.
 */
final class Mapping {

  private static final String REVISIT_BY_ANOTHER_GROUP = "resource";

  private Mapping() {}

  /** The actions to take, at least one; each is offered where the one before it leads. */
  static List<Step> plan(LogEvent event, Instant at, OrderState order) {
    Position position = Position.of(order.status());
    Route route = new Route(event, at, order);
    if (position == Position.OUT_OF_REACH) {
      return route.noted("not possible in " + order.status()).steps();
    }
    return switch (event.activity()) {
      case QUEUED -> queued(route, position, at, order);
      case ASSIGNED -> comesBack(position, at, order) ? route.accepted().orNoted("already accepted") : over(route);
      case IN_PROGRESS -> comesBack(position, at, order) ? route.onSite().orNoted("already on site") : over(route);
      case WAITING, WAITING_FOR_USER, WAITING_FOR_CUSTOMER, WAITING_FOR_VENDOR, WAITING_FOR_IMPLEMENTATION ->
          waiting(route, position, event.activity(), at, order);
      case RESOLVED -> position == Position.COMPLETED ? alreadyCompleted(route) : route.completed().steps();
      case IN_CALL -> inCall(route, position);
      case CLOSED -> closed(route, position, order);
      case CANCELLED -> cancelled(route, position, order);
      case OTHER -> route.noted("for the record").steps();
    };
  }

  private static List<Step> queued(Route route, Position position, Instant at, OrderState order) {
    if (position == Position.ON_SITE) {
      return route.paused(REVISIT_BY_ANOTHER_GROUP, false).noted("for the revisit").steps();
    }
    return comesBack(position, at, order) ? route.sent().orNoted("nobody else can be sent now") : over(route);
  }

  private static List<Step> waiting(
      Route route, Position position, LogActivity activity, Instant at, OrderState order) {
    if (position == Position.PAUSED) {
      return route.noted("already paused").steps();
    }
    return comesBack(position, at, order)
        ? route.paused(activity.revisitReason().orElseThrow(), activity.temporaryFix()).steps()
        : over(route);
  }

  private static List<Step> inCall(Route route, Position position) {
    if (position == Position.COMPLETED) {
      return alreadyCompleted(route);
    }
    return position.isBeforeAnyStart() ? route.fixedRemotely().steps() : route.completed().steps();
  }

  private static List<Step> closed(Route route, Position position, OrderState order) {
    if (position != Position.COMPLETED) {
      return route.completed().settled().steps();
    }
    return order.status().variant() == '2' ? route.noted("nothing is left to pay").steps() : route.settled().steps();
  }

  private static List<Step> cancelled(Route route, Position position, OrderState order) {
    if (position == Position.COMPLETED) {
      return alreadyCompleted(route);
    }
    // what was called back has been worked on: it can only be completed
    return position.isBeforeAnyStart() && !order.recalled() ? route.cancelled().steps() : route.completed().steps();
  }

  private static boolean comesBack(Position position, Instant at, OrderState order) {
    return position != Position.COMPLETED || order.recallable(at);
  }

  private static List<Step> over(Route route) {
    return route.noted("the recall period is over").steps();
  }

  private static List<Step> alreadyCompleted(Route route) {
    return route.noted("already completed").steps();
  }
}
