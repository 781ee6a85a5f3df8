package org.jobline.operations.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.jobline.order.OrderTypes;
import org.jobline.platform.engine.ProcessMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds orders whose lifecycle is gone before its end, or has no task somebody is asked to do, no timer or other job,
 * and no message to wait for that the application sends. Reads tables of the engine, since all orders are looked
 * through at once; changes nothing.
 */
@Repository
class StuckOrders {

  /**
   * Whether an order needs a process: it is not cancelled, and not complete with its recall period over, which only work
   * orders have.
   */
  static final String LIVES = """
      (o.status_code not like '_.%9' and not (
        o.status_code like '5.%' and o.status_code not like '5._0' and coalesce(
          (select coalesce(w.recall_until <= :now, false) from work_order w where w.number = o.number),
          o.completed_at is not null)))
      """;

  /** What waits for authorisation goes on with the decision; what has come to its end needs no process. */
  private static final String STUCK = """
      with lifecycle as (
        select e.id_ as id, e.business_key_ as number
        from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
        where e.super_exec_ is null and e.id_ = e.proc_inst_id_ and d.key_ = any(:lifecycles)),
      -- the lifecycle itself and the stages it has called
      sheet as (
        select e.id_ as id, e.root_proc_inst_id_ as lifecycle from act_ru_execution e where e.id_ = e.proc_inst_id_)
      select o.number, o.status_code || ' ' || o.status_name as status, l.id as process,
        coalesce((select max(v.at) from order_event v where v.order_number = o.number), o.logged_at) as since,
        array(select distinct x.act_id_ from sheet s join act_ru_execution x on x.proc_inst_id_ = s.id
          -- a process that was moved stands somewhere without being active
          where s.lifecycle = l.id and x.act_id_ is not null
            and not exists (select from act_ru_execution c where c.parent_id_ = x.id_) order by 1) as stands_at
      from orders o left join lifecycle l on l.number = o.number
      where o.lock_level is null
        and (:number::text is null or o.number = :number)
        and case when l.id is null then\s""" + LIVES + """
          else not exists (select from sheet s join act_ru_task t on t.proc_inst_id_ = s.id
              where s.lifecycle = l.id and (t.assignee_ is not null
                or exists (select from act_ru_identitylink k where k.task_id_ = t.id_ and k.type_ = 'candidate')))
            and not exists (select from sheet s join act_ru_job j on j.process_instance_id_ = s.id
              where s.lifecycle = l.id)
            and not exists (select from sheet s join act_ru_event_subscr e on e.proc_inst_id_ = s.id
              where s.lifecycle = l.id and e.event_type_ = 'message' and e.event_name_ = any(:messages))
          end
      order by since, o.number""";

  private final JdbcClient jdbc;
  private final OrderTypes types;
  private final Clock clock;

  StuckOrders(JdbcClient jdbc, OrderTypes types, Clock clock) {
    this.jdbc = jdbc;
    this.types = types;
    this.clock = clock;
  }

  /** All of them, the one that has stood still longest first. */
  @Transactional(readOnly = true)
  public List<StuckOrder> all() {
    return stuck(null);
  }

  /** The order, when it is one of them. */
  @Transactional(readOnly = true)
  public Optional<StuckOrder> find(OrderNumber number) {
    return stuck(number.value()).stream().findFirst();
  }

  private List<StuckOrder> stuck(@Nullable String number) {
    return jdbc.sql(STUCK)
        .param("number", number)
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param("lifecycles", types.lifecycles().toArray(String[]::new))
        .param("messages", ProcessMessage.names().toArray(String[]::new))
        .query((row, index) -> read(row))
        .list();
  }

  private static StuckOrder read(ResultSet row) throws SQLException {
    String process = row.getString("process");
    return new StuckOrder(
        row.getString("number"), row.getString("status"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        process == null
            ? "Its process has ended, but the order hasn't."
            : "Its process is waiting where nobody has a task and nothing will happen.",
        List.of((String[]) row.getArray("stands_at").getArray()), process);
  }
}
