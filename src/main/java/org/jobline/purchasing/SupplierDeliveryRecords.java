package org.jobline.purchasing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jobline.referencedata.supplier.DeliveryRecords;
import org.jobline.referencedata.supplier.OnTimeRate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How suppliers have delivered, by the receipts of their orders. */
@Repository
class SupplierDeliveryRecords implements DeliveryRecords {

  private final JdbcClient jdbc;
  private final Clock clock;

  SupplierDeliveryRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<OnTimeRate> onTimeRate(String supplier) {
    return jdbc.sql("""
        with wanted as (
          select l.order_number, l.position, l.returned, s.time_zone,
            (cast(:now as timestamptz) at time zone s.time_zone)::date as today,
            coalesce(l.promised_on, l.required_by, p.requested_date) as expected,
            l.ordered - l.not_required - l.returned_for_credit as quantity,
            l.received - l.returned as accepted
          from purchase_order p
            join purchase_line l on l.order_number = p.number
            join orders o on o.number = p.number
            join site s on s.code = o.site
          where p.supplier = :supplier and p.submitted_at is not null and o.cancelled_at is null),
        counted as (
          select w.quantity, w.returned, (
            select coalesce(sum(came.received), 0)
            from purchase_movement m
              join purchase_movement_line came on came.order_number = m.order_number and came.sequence = m.sequence
            where m.order_number = w.order_number and came.position = w.position and m.kind = 'RECEIPT'
              and (m.recorded_at at time zone w.time_zone)::date <= w.expected
              and not exists (select from purchase_movement counter where counter.undoes = m.number)) as in_time
          from wanted w
          where w.quantity > 0 and w.expected >= w.today - interval '1 year'
            and (w.expected < w.today or w.accepted >= w.quantity))
        select count(*) as lines, count(*) filter (where in_time - returned >= quantity) as on_time from counted""")
        .param("supplier", supplier).param("now", Timestamp.from(clock.instant()))
        .query((row, index) -> rate(row.getInt("on_time"), row.getInt("lines"))).single();
  }

  private static Optional<OnTimeRate> rate(int onTime, int lines) {
    return lines == 0 ? Optional.empty() : Optional.of(new OnTimeRate(onTime * 100 / lines, lines));
  }
}
