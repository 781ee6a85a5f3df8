package org.jobline.action;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jobline.order.AuthorisationLock;
import org.jobline.order.Order;

/** The order is locked until somebody authorises what was asked for; nothing was changed. */
public class AwaitingAuthorisationException extends RuntimeException {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

  private final transient AuthorisationLock lock;

  /** @param zone of the site: what the agent reads times in */
  AwaitingAuthorisationException(String action, Order order, ZoneId zone) {
    this(action, order, order.authorisationLock().orElseThrow(), zone);
  }

  private AwaitingAuthorisationException(String action, Order order, AuthorisationLock lock, ZoneId zone) {
    super(("%s isn't possible yet: work order %s has been waiting for authorisation by %s since %s (%s), level %d: "
        + "%s.").formatted(
        action, order.number(), lock.profile(), TIME.format(lock.since().atZone(zone)), zone, lock.level(),
        lock.subject()));
    this.lock = lock;
  }

  /** What the order waits for. */
  public AuthorisationLock lock() {
    return lock;
  }
}
