package org.jobline.workorder;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface WorkOrderRepository extends Repository<WorkOrder, String> {

  @Query("select nextval('work_order_number')")
  long nextNumber();

  WorkOrder save(WorkOrder order);

  Optional<WorkOrder> findById(String number);

  @Query("select * from work_order where number = :number for update")
  Optional<WorkOrder> lock(String number);

  @Query("select * from work_order where number = :number for update skip locked")
  Optional<WorkOrder> lockUnlessBusy(String number);
}
