package org.jobline.referencedata.contractor;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is thought of contractors (domain/agent-actions.md, provide-feedback). It is shown, and ranks nobody. */
@Service
public class FeedbackService {

  private final JdbcClient jdbc;
  private final WorkOrders orders;
  private final CurrentAction current;
  private final Clock clock;

  FeedbackService(JdbcClient jdbc, WorkOrders orders, CurrentAction current, Clock clock) {
    this.jdbc = jdbc;
    this.orders = orders;
    this.current = current;
    this.clock = clock;
  }

  /** Rates the work of the order's contractor; who rates the same work again thinks otherwise now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rate(OrderNumber number, int rating, String by) {
    WorkOrder order = orders.lock(number);
    String contractor = order.contractor().orElseThrow();
    // spelt as the column "person" is generated
    jdbc.sql("""
        select rating from feedback where order_number = ? and resource = ?
          and person = lower(regexp_replace(btrim(?), '\\s+', ' ', 'g'))""")
        .params(number.value(), contractor, by).query(Integer.class).optional()
        .ifPresent(before -> current.note(by + " had given " + before));
    jdbc.sql("""
        insert into feedback (order_number, resource, rating, given_by, given_at) values (?, ?, ?, ?, ?)
        on conflict (order_number, resource, person) do update
          set rating = excluded.rating, given_by = excluded.given_by, given_at = excluded.given_at""")
        .params(number.value(), contractor, rating, by, Timestamp.from(clock.instant())).update();
    scores(List.of(contractor)).forEach((rated, score) -> current.note(rated + " is now " + score.words()));
  }

  /** By contractor; who was never rated is left out. */
  @Transactional(readOnly = true)
  public Map<String, Score> scores(Collection<String> contractors) {
    Map<String, Score> scores = new LinkedHashMap<>();
    if (!contractors.isEmpty()) {
      jdbc.sql("""
          select resource, round(avg(rating), 1) as average, count(*) as ratings from feedback
          where resource in (:resources) group by resource""")
          .param("resources", contractors)
          .query(row -> {
            scores.put(row.getString("resource"), new Score(row.getBigDecimal("average"), row.getLong("ratings")));
          });
    }
    return scores;
  }
}
