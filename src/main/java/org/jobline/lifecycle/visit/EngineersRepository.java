package org.jobline.lifecycle.visit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.action.RowsOfOrders;
import org.jobline.platform.persistence.TransactionMemory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EngineersRepository {

  private final JdbcClient jdbc;
  private final TransactionMemory memory;
  private final RowsOfOrders rows;

  EngineersRepository(JdbcClient jdbc, TransactionMemory memory, RowsOfOrders rows) {
    this.jdbc = jdbc;
    this.memory = memory;
    this.rows = rows;
  }

  List<RateGroup> rateGroups() {
    return memory.get(RateGroup.class, "all", () -> jdbc
        .sql("select code, name, included from rate_group order by included desc, name")
        .query(RateGroup.class).list());
  }

  /** Those that hold for a visit, or wait for a decision; oldest first. */
  List<EngineersRequest> of(String orderNumber) {
    return rows.read(EngineersRequest.class, orderNumber, () -> jdbc.sql("""
        select id, order_number, resource, rate_group, engineers, decision, first_visit, last_visit
        from engineers_request where order_number = ? and not lapsed order by id""")
        .param(orderNumber).query(EngineersRequest.class).list());
  }

  Optional<EngineersRequest> open(String orderNumber) {
    return of(orderNumber).stream().filter(request -> request.decision() == null).findFirst();
  }

  void add(String orderNumber, String contractor, String rateGroup, int engineers, Instant at) {
    rows.forget(EngineersRequest.class, orderNumber);
    jdbc.sql("""
        insert into engineers_request (order_number, resource, rate_group, engineers, requested_at)
        values (?, ?, ?, ?, ?)""")
        .params(orderNumber, contractor, rateGroup, engineers, Timestamp.from(at)).update();
  }

  void decide(
      EngineersRequest request, String decision, @Nullable Integer firstVisit, @Nullable Integer lastVisit) {
    rows.forget(EngineersRequest.class, request.orderNumber());
    jdbc.sql("update engineers_request set decision = ?, first_visit = ?, last_visit = ? where id = ?")
        .params(decision, firstVisit, lastVisit, request.id()).update();
  }

  void withdraw(String orderNumber) {
    rows.forget(EngineersRequest.class, orderNumber);
    jdbc.sql("""
        update engineers_request set lapsed = true, decision = 'withdrawn'
        where order_number = ? and decision is null""").param(orderNumber).update();
  }

  /** What was approved holds for the visits that were made. */
  void end(String orderNumber, int visits) {
    rows.forget(EngineersRequest.class, orderNumber);
    jdbc.sql("""
        update engineers_request set lapsed = first_visit > :visits, last_visit = least(last_visit, :visits)
        where order_number = :order and decision = 'accept' and not lapsed""")
        .param("order", orderNumber).param("visits", visits).update();
  }
}
