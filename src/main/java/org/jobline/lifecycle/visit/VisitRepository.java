package org.jobline.lifecycle.visit;

import java.util.List;
import org.springframework.data.repository.Repository;

interface VisitRepository extends Repository<Visit, Long> {

  Visit save(Visit visit);

  List<Visit> findByOrderNumberOrderByStartedAt(String orderNumber);
}
