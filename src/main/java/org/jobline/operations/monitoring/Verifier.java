package org.jobline.operations.monitoring;

import java.util.Optional;
import org.jobline.operations.monitoring.Differences.Found;
import org.jobline.order.Journal;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jobline.platform.error.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Holds orders against their events and their processes (domain/statuses.md, what must always hold, 1 and 4). */
@Service
public class Verifier {

  private final Orders orders;
  private final Journal journal;
  private final Differences differences;

  Verifier(Orders orders, Journal journal, Differences differences) {
    this.orders = orders;
    this.journal = journal;
    this.differences = differences;
  }

  /**
   * Looks at one order or at all, as they were at one instant: an action is one transaction, and one that is under way
   * has changed nothing yet. Changes nothing.
   *
   * @throws NotFoundException when there is no such order
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Verification verify(Optional<OrderNumber> number) {
    number.ifPresent(orders::get);
    Journal.Verification chains = journal.verify(number);
    Found found = differences.find(number);
    return Verification.of(chains, found.first(), found.more());
  }
}
