package org.jobline.messaging.recipients;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.lifecycle.assignment.Chasing;
import org.jobline.order.OrderNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks for orders with overdue quotes. Each is chased on its own, so that one that can't be holds up no other. */
@Service
class OverdueQuotes {

  private static final String PROCESS = "quote-chase";
  /** The rest is found the next time. */
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final QuoteMailService mails;
  private final Chasing chasing;
  private final RuntimeService runtime;
  private final Clock clock;

  OverdueQuotes(
      JdbcClient jdbc, QuoteMailService mails, Chasing chasing, @Lazy RuntimeService runtime, Clock clock) {
    this.jdbc = jdbc;
    this.mails = mails;
    this.chasing = chasing;
    this.runtime = runtime;
    this.clock = clock;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void look() {
    Instant now = clock.instant();
    // a day has not ended everywhere when it has here; which is looked at for each
    jdbc.sql("""
        select r.order_number from quote_request r join orders o on o.number = r.order_number
        where r.state = 'open' and r.closed_at is null and r.reply_by <= cast(:now as timestamptz)::date
          and (r.reminded_at is null or r.reminded_at <= :before)
          and o.cancelled_at is null and o.lock_profile is null
        group by r.order_number order by min(r.reply_by), r.order_number limit :most""")
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(now.minus(chasing.after(QuoteMailService.OVERDUE))))
        .param("most", AT_ONCE)
        .query(String.class).list().stream()
        .filter(number -> !mails.overdue(new OrderNumber(number)).isEmpty())
        .forEach(number -> runtime.startProcessInstanceByKey(PROCESS, number));
  }
}
