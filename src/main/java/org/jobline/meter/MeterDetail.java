package org.jobline.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.workorder.OrderDetail;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The readings recorded on an order, as clients see them. */
@Component
class MeterDetail implements OrderDetail {

  private final Meters meters;

  MeterDetail(Meters meters) {
    this.meters = meters;
  }

  record View(long id, String meter, String meterName, BigDecimal value, Instant readAt, boolean restarted) {}

  @Override
  public void describe(WorkOrder order, Map<String, Object> description) {
    Map<String, Meter> byCode =
        meters.at(order.site()).stream().collect(Collectors.toMap(Meter::code, Function.identity()));
    description.put("meterReadings", meters.of(order.number()).stream()
        .map(reading -> new View(reading.id(), reading.meter(),
            byCode.containsKey(reading.meter()) ? byCode.get(reading.meter()).name() : null,
            reading.value(), reading.readAt(), reading.restarted()))
        .toList());
  }
}
