package org.jobline.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface SlaClockRepository extends Repository<SlaClockRow, Long> {

  String NEWEST = " where id = (select max(id) from sla_clock where order_number = :orderNumber)";

  SlaClockRow save(SlaClockRow row);

  @Query("select * from sla_clock" + NEWEST)
  Optional<SlaClockRow> newest(String orderNumber);

  List<SlaClockRow> findByOrderNumberOrderById(String orderNumber);

  @Modifying
  @Query("update sla_clock set responded_at = :at" + NEWEST + " and responded_at is null")
  void responded(String orderNumber, Instant at);

  @Modifying
  @Query("update sla_clock set temporarily_fixed_at = :at" + NEWEST + " and temporarily_fixed_at is null")
  void temporarilyFixed(String orderNumber, Instant at);

  @Modifying
  @Query("update sla_clock set fixed_at = :at" + NEWEST + " and fixed_at is null")
  void fixed(String orderNumber, Instant at);

  @Modifying
  @Query("update sla_clock set responded_at = :at where id = :id and responded_at is not null")
  void respondedAfterAll(long id, Instant at);

  @Modifying
  @Query("update sla_clock set temporarily_fixed_at = :after where order_number = :orderNumber"
      + " and temporarily_fixed_at = :before")
  void temporarilyFixedAfterAll(String orderNumber, Instant before, Instant after);

  @Modifying
  @Query("update sla_clock set fixed_at = :after where order_number = :orderNumber and fixed_at = :before")
  void fixedAfterAll(String orderNumber, Instant before, Instant after);
}
