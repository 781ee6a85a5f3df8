package org.jobline.lifecycle.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What a meter showed.
 *
 * @param value in the meter's unit
 * @param restarted the meter was replaced or has rolled over since the reading before
 */
@Table("meter_reading")
record MeterReading(
    @Id @Nullable Long id, String meter, String orderNumber, BigDecimal value, Instant readAt, boolean restarted,
    String recordedBy) {

  /** The id of a reading that was saved. */
  long savedId() {
    return Objects.requireNonNull(id);
  }

  MeterReading corrected(BigDecimal value, Instant readAt, boolean restarted, String by) {
    return new MeterReading(id, meter, orderNumber, value, readAt, restarted, by);
  }
}
