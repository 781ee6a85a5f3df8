package org.jobline.sla;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface SlaClockRepository extends Repository<SlaRecord, Long> {

  SlaRecord save(SlaRecord row);

  @Query("select * from sla_clock where id = (select max(id) from sla_clock where order_number = :orderNumber)")
  Optional<SlaRecord> newest(String orderNumber);

  List<SlaRecord> findByOrderNumberOrderById(String orderNumber);
}
