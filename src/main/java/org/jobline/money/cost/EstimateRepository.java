package org.jobline.money.cost;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EstimateRepository extends Repository<Estimate, Long> {

  Estimate save(Estimate estimate);

  Optional<Estimate> findFirstByOrderNumberOrderByIdDesc(String orderNumber);
}
