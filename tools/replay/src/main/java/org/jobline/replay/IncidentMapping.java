package org.jobline.replay;

import java.time.Instant;
import java.util.List;

/**
 * Reads an event of an incident log as what an agent would have done about the order. Depends on nothing but its
 * arguments, so that the plan of an event that was interrupted can be made again from where the order then stands.
 */
final class IncidentMapping {

  private static final String REVISIT_BY_ANOTHER_GROUP = "resource";

  private IncidentMapping() {}

  /** The actions to take, at least one; each is offered where the one before it leads. */
  static List<Step> plan(LogEvent event, Instant at, WorkOrderState order) {
    IncidentActivity activity = IncidentActivity.of(event.what());
    IncidentPosition position = IncidentPosition.of(order.status());
    IncidentRoute route = new IncidentRoute(event, at, order);
    if (position == IncidentPosition.OUT_OF_REACH) {
      return route.noted("not possible in " + order.status()).steps();
    }
    return switch (activity) {
      case QUEUED -> queued(route, position, at, order);
      case ASSIGNED -> comesBack(position, at, order) ? route.accepted().orNoted("already accepted") : over(route);
      case IN_PROGRESS -> comesBack(position, at, order) ? route.onSite().orNoted("already on site") : over(route);
      case WAITING, WAITING_FOR_USER, WAITING_FOR_CUSTOMER, WAITING_FOR_VENDOR, WAITING_FOR_IMPLEMENTATION ->
          waiting(route, position, activity, at, order);
      case RESOLVED -> position == IncidentPosition.COMPLETED ? alreadyCompleted(route) : route.completed().steps();
      case IN_CALL -> inCall(route, position);
      case CLOSED -> closed(route, position, order);
      case CANCELLED -> cancelled(route, position, order);
      case OTHER -> route.noted("for the record").steps();
    };
  }

  private static List<Step> queued(IncidentRoute route, IncidentPosition position, Instant at, WorkOrderState order) {
    if (position == IncidentPosition.ON_SITE) {
      return route.paused(REVISIT_BY_ANOTHER_GROUP, false).noted("for the revisit").steps();
    }
    return comesBack(position, at, order) ? route.sent().orNoted("nobody else can be sent now") : over(route);
  }

  private static List<Step> waiting(
      IncidentRoute route, IncidentPosition position, IncidentActivity activity, Instant at, WorkOrderState order) {
    if (position == IncidentPosition.PAUSED) {
      return route.noted("already paused").steps();
    }
    return comesBack(position, at, order)
        ? route.paused(activity.revisitReason().orElseThrow(), activity.temporaryFix()).steps()
        : over(route);
  }

  private static List<Step> inCall(IncidentRoute route, IncidentPosition position) {
    if (position == IncidentPosition.COMPLETED) {
      return alreadyCompleted(route);
    }
    return position.isBeforeAnyStart() ? route.fixedRemotely().steps() : route.completed().steps();
  }

  private static List<Step> closed(IncidentRoute route, IncidentPosition position, WorkOrderState order) {
    if (position != IncidentPosition.COMPLETED) {
      return route.completed().settled().steps();
    }
    return order.status().variant() == '2' ? route.noted("nothing is left to pay").steps() : route.settled().steps();
  }

  private static List<Step> cancelled(IncidentRoute route, IncidentPosition position, WorkOrderState order) {
    if (position == IncidentPosition.COMPLETED) {
      return alreadyCompleted(route);
    }
    // what was called back has been worked on: it can only be completed
    return position.isBeforeAnyStart() && !order.recalled() ? route.cancelled().steps() : route.completed().steps();
  }

  private static boolean comesBack(IncidentPosition position, Instant at, WorkOrderState order) {
    return position != IncidentPosition.COMPLETED || order.recallable(at);
  }

  private static List<Step> over(IncidentRoute route) {
    return route.noted("the recall period is over").steps();
  }

  private static List<Step> alreadyCompleted(IncidentRoute route) {
    return route.noted("already completed").steps();
  }
}
