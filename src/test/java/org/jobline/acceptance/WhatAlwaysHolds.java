package org.jobline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jobline.action.AvailableAction;
import org.jobline.order.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must always hold of an order (domain/statuses.md), as far as it is to be seen in the database. */
final class WhatAlwaysHolds {

  private final JdbcClient jdbc;

  WhatAlwaysHolds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the database says of an order.
   *
   * @param milestone the last one its processes passed, as the engine's history has it
   * @param lifecycles how many run: one, or none when the order has reached its end
   * @param mails the most that one address got for one event
   * @param picture everything an action may change
   */
  record Sight(String status, String milestone, int lifecycles, int mails, String picture) {

    void check() {
      assertThat(status).as("status against the last milestone").isEqualTo(milestone);
      assertThat(mails).as("mails to one address for one event").isLessThanOrEqualTo(1);
      assertThat(lifecycles).as("lifecycles").isBetween(0, 1);
    }

    /** @param offers what it offers those who handle orders */
    void checkOffers(List<AvailableAction> offers) {
      if (lifecycles == 1) {
        assertThat(offers).as("what an open order offers").isNotEmpty();
      }
    }
  }

  /** What is to be seen of an order now. */
  Sight look(OrderNumber number) {
    return jdbc.sql("""
        with instance as (select p.proc_inst_id_ from act_hi_procinst p where p.business_key_ = :number)
        select o.status_code || ' ' || o.status_name as status,
          -- ids end with a UUID of the kind that starts with its time, low part first
          (select a.act_name_ from act_hi_actinst a join instance i on i.proc_inst_id_ = a.proc_inst_id_
            where a.act_type_ = 'intermediateNoneThrowEvent' and a.act_name_ ~ '^[0-9][.][0-9x][0-9] '
            order by substr(right(a.id_, 36), 15, 4) || substr(right(a.id_, 36), 10, 4) || left(right(a.id_, 36), 8) desc
            limit 1) as milestone,
          (select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.business_key_ = o.number and e.parent_id_ is null and d.key_ = 'reactive') as lifecycles,
          (select coalesce(max(n), 0) from (select count(*) as n from notification
            where order_number = o.number group by cause, address) told) as mails,
          md5(o::text || (select w::text from work_order w where w.number = o.number)
            || (select concat(count(*), max(hash)) from order_event where order_number = o.number)
            || coalesce((select string_agg(v::text, '' order by id) from visit v where order_number = o.number), '')
            || coalesce((select string_agg(c::text, '') from order_cost c where order_number = o.number), '')
            || coalesce((select string_agg(s::text, '' order by id) from sla_clock s where order_number = o.number), '')
            || coalesce((select d::text from order_target d where order_number = o.number), '')
            || (select count(*) from notification where order_number = o.number)
            || coalesce((select string_agg(e.id_ || e.act_id_ || e.is_active_, '' order by e.id_) from act_ru_execution e
              join instance i on i.proc_inst_id_ = e.proc_inst_id_), '')
            || coalesce((select string_agg(t.id_ || t.rev_, '' order by t.id_) from act_ru_task t
              join instance i on i.proc_inst_id_ = t.proc_inst_id_), '')
            || coalesce((select string_agg(v.id_ || v.rev_, '' order by v.id_) from act_ru_variable v
              join instance i on i.proc_inst_id_ = v.proc_inst_id_), '')
            || (select count(*) from act_hi_actinst a join instance i on i.proc_inst_id_ = a.proc_inst_id_)) as picture
        from orders o where o.number = :number""")
        .param("number", number.value())
        .query((row, index) -> new Sight(row.getString("status"),
            row.getString("milestone").replaceAll("\\s+", " ").replaceFirst("^(.\\.)x", "$10"),
            row.getInt("lifecycles"), row.getInt("mails"), row.getString("picture")))
        .single();
  }
}
