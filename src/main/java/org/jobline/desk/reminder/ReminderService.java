package org.jobline.desk.reminder;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jobline.action.Agent;
import org.jobline.action.NotPermittedException;
import org.jobline.action.SiteTime;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.engine.UserListener;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.error.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds agents, each of what he wants to be reminded of, or his group. */
@Service
public class ReminderService implements UserListener {

  private static final int MAX_TEXT = 200;
  private static final int MAX_PER_AGENT = 200;
  private static final Duration MAX_AHEAD = Duration.ofDays(366);
  /** Who goes on with what somebody wanted to do who is not there any more. */
  private static final String HEIRS = "helpdesk";

  private final ReminderRepository reminders;
  private final Orders orders;
  private final SiteTime siteTime;
  private final Clock clock;

  ReminderService(ReminderRepository reminders, Orders orders, SiteTime siteTime, Clock clock) {
    this.reminders = reminders;
    this.orders = orders;
    this.siteTime = siteTime;
    this.clock = clock;
  }

  /** @throws NotFoundException when there is no such order */
  @Transactional(readOnly = true)
  List<Reminder> of(OrderNumber number) {
    return reminders.ofOrder(orders.get(number).number().value());
  }

  /** What is due for somebody or a group of his at any time, soonest first. */
  @Transactional(readOnly = true)
  List<Reminder> of(Agent agent) {
    return reminders.dueFor(agent, clock.instant().plus(MAX_AHEAD).plus(MAX_AHEAD));
  }

  /** What is due for somebody or a group of his by now, soonest first. */
  @Transactional(readOnly = true)
  public List<Reminder> due(Agent agent) {
    return reminders.dueFor(agent, clock.instant());
  }

  /**
   * Makes a reminder.
   *
   * @param at by the site's clock, or with an offset
   * @param group null: for himself
   * @throws InvalidFieldsException when the time lies in the past or far ahead, there is no text, or the group is none
   *     of his
   */
  @Transactional
  Reminder make(Agent agent, OrderNumber number, @Nullable String at, @Nullable String text, @Nullable String group) {
    Order order = orders.get(number);
    List<FieldError> errors = new ArrayList<>();
    Instant time = time(at, siteTime.of(order.site()), errors);
    String about = Rules.oneLine("text", text, MAX_TEXT,
        "Say what it's about: up to " + MAX_TEXT + " characters, on one line.", errors);
    if (group != null && !agent.groups().contains(group)) {
      errors.add(new FieldError("group",
          "must be one of your groups: " + String.join(", ", new TreeSet<>(agent.groups())) + "."));
    }
    if (reminders.countMadeBy(agent.name()) >= MAX_PER_AGENT) {
      errors.add(new FieldError("text", "You already have " + MAX_PER_AGENT + " reminders. Close some first."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
    return reminders.insert(
        order.number().value(), time, about, group == null ? agent.name() : null, group, agent.name());
  }

  /**
   * Puts a reminder off.
   *
   * @throws NotFoundException when it is gone
   * @throws NotPermittedException when it is somebody else's
   * @throws InvalidFieldsException as {@link #make} does
   */
  @Transactional
  Reminder putOff(Agent agent, long id, @Nullable String at) {
    Reminder present = changeable(agent, id);
    List<FieldError> errors = new ArrayList<>();
    Instant time = time(at, siteTime.of(orders.get(new OrderNumber(present.orderNumber())).site()), errors);
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
    return reminders.move(id, time).orElseThrow(() -> gone(id));
  }

  /** It is done. Throws as {@link #putOff} does. */
  @Transactional
  void close(Agent agent, long id) {
    reminders.delete(changeable(agent, id).id());
  }

  @Override
  @Transactional
  public void removed(String user) {
    reminders.handOver(user, HEIRS);
  }

  private Reminder changeable(Agent agent, long id) {
    Reminder present = reminders.find(id).orElseThrow(() -> gone(id));
    if (!present.mayBeChangedBy(agent)) {
      throw new NotPermittedException("This reminder is for "
          + (present.forAgent() == null ? present.forGroup() : present.forAgent()) + ".");
    }
    return present;
  }

  private static NotFoundException gone(long id) {
    return new NotFoundException("reminder", Long.toString(id));
  }

  private Instant time(@Nullable String at, ZoneId zone, List<FieldError> errors) {
    Instant now = clock.instant();
    try {
      Optional<Instant> read = read(at == null ? "" : at.strip(), zone);
      if (read.isEmpty()) {
        errors.add(new FieldError("at", "This time doesn't exist: the site's clocks go forward past it that night."));
        return now;
      }
      Instant time = read.get();
      if (time.isBefore(now)) {
        errors.add(new FieldError("at", "Choose a time in the future."));
      } else if (time.isAfter(now.plus(MAX_AHEAD))) {
        errors.add(new FieldError("at", "Choose a time within a year."));
      }
      return time;
    } catch (DateTimeException e) {
      errors.add(new FieldError("at", "Enter a date and time, e.g. 2026-11-25T15:00."));
      return now;
    }
  }

  /** Empty when the site's clocks never show it. */
  private static Optional<Instant> read(String at, ZoneId zone) {
    if (at.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
      return Optional.of(OffsetDateTime.parse(at).toInstant());
    }
    LocalDateTime time = LocalDateTime.parse(at);
    return zone.getRules().getValidOffsets(time).isEmpty()
        ? Optional.empty() : Optional.of(time.atZone(zone).toInstant());
  }
}
