package org.jobline.lifecycle.meter;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface MeterReadingRepository extends ListCrudRepository<MeterReading, Long> {

  List<MeterReading> findByMeterOrderByReadAt(String meter);

  List<MeterReading> findByOrderNumberOrderByReadAt(String orderNumber);
}
