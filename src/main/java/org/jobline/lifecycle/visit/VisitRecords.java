package org.jobline.lifecycle.visit;

import java.util.List;
import org.jobline.action.RowsOfOrders;
import org.springframework.stereotype.Component;

/** The visits of orders. An action asks for those of its order time and again: they are read once. */
@Component
class VisitRecords {

  private final VisitRepository repository;
  private final RowsOfOrders rows;

  VisitRecords(VisitRepository repository, RowsOfOrders rows) {
    this.repository = repository;
    this.rows = rows;
  }

  void save(Visit visit) {
    rows.forget(Visit.class, visit.orderNumber());
    repository.save(visit);
  }

  List<Visit> findByOrderNumberOrderByStartedAt(String orderNumber) {
    return rows.read(Visit.class, orderNumber,
        () -> List.copyOf(repository.findByOrderNumberOrderByStartedAt(orderNumber)));
  }
}
