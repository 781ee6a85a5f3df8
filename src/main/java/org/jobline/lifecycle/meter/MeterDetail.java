package org.jobline.lifecycle.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The readings recorded on an order, as clients see them. */
@Component
class MeterDetail implements OrderDetail<MeterDetail.MeterPart> {

  private final MeterService meters;

  MeterDetail(MeterService meters) {
    this.meters = meters;
  }

  record MeterPart(List<MeterReadingView> meterReadings) {}

  record MeterReadingView(
      long id, String meter, @Nullable String meterName, BigDecimal value, Instant readAt, boolean restarted) {}

  @Override
  public MeterPart of(Order order) {
    Map<String, Meter> byCode =
        meters.at(order.site()).stream().collect(Collectors.toMap(Meter::code, Function.identity()));
    return new MeterPart(meters.of(order.number()).stream()
        .map(reading -> new MeterReadingView(reading.savedId(), reading.meter(),
            byCode.containsKey(reading.meter()) ? byCode.get(reading.meter()).name() : null,
            reading.value(), reading.readAt(), reading.restarted()))
        .toList());
  }
}
