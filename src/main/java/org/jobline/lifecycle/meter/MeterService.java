package org.jobline.lifecycle.meter;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jobline.action.CurrentAction;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Meters and what they showed (domain/agent-actions.md, meter-reading). */
@Service
public class MeterService {

  private final MeterRepository meters;
  private final MeterReadingRepository readings;
  private final CurrentAction current;
  private final Clock clock;

  MeterService(MeterRepository meters, MeterReadingRepository readings, CurrentAction current, Clock clock) {
    this.meters = meters;
    this.readings = readings;
    this.current = current;
    this.clock = clock;
  }

  /** @param restarted the meter was replaced or has rolled over since the reading before */
  record Shown(BigDecimal value, Instant readAt, boolean restarted) {}

  List<Meter> at(String site) {
    return meters.at(site);
  }

  /** All readings of a meter, oldest first. */
  List<MeterReading> history(String meter) {
    return readings.findByMeterOrderByReadAt(meter);
  }

  /** The readings recorded on an order, oldest first. */
  List<MeterReading> of(OrderNumber number) {
    return readings.findByOrderNumberOrderByReadAt(number.value());
  }

  /**
   * Records a reading.
   *
   * @throws InvalidFieldsException when it does not fit in with the meter's other readings
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(OrderNumber number, String meter, Shown shown) {
    meters.lock(meter);
    check(meter, null, shown);
    readings.save(new MeterReading(null, meter, number.value(), shown.value(), shown.readAt(), shown.restarted(),
        current.agent().name()));
  }

  /**
   * Corrects a reading; what it was before stays in the event.
   *
   * @throws InvalidFieldsException when it does not fit in with the meter's other readings
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void correct(long id, Shown shown) {
    MeterReading before = readings.findById(id).orElseThrow();
    meters.lock(before.meter());
    check(before.meter(), id, shown);
    current.change("value", before.value().toPlainString(), shown.value().toPlainString());
    current.change("read at", before.readAt().toString(), shown.readAt().toString());
    readings.save(before.corrected(shown.value(), shown.readAt(), shown.restarted(), current.agent().name()));
  }

  private void check(String meter, @Nullable Long but, Shown shown) {
    Rules.notInTheFuture("readAt", "Read at", shown.readAt(), clock);
    List<MeterReading> others = history(meter).stream().filter(other -> !Objects.equals(other.id(), but)).toList();
    others.stream().filter(other -> other.readAt().equals(shown.readAt())).findFirst().ifPresent(other -> {
      throw new InvalidFieldsException(
          "readAt", "This meter already has a reading for this minute. Enter a different time.");
    });
    Optional<MeterReading> earlier = others.stream()
        .filter(other -> other.readAt().isBefore(shown.readAt()))
        .reduce((first, second) -> second);
    if (!shown.restarted() && earlier.filter(other -> shown.value().compareTo(other.value()) < 0).isPresent()) {
      throw new InvalidFieldsException("value", "Value can't be lower than the previous reading, "
          + earlier.get().value().toPlainString()
          + ", unless you tick “Meter replaced or rolled over”.");
    }
    others.stream()
        .filter(other -> other.readAt().isAfter(shown.readAt()))
        .findFirst()
        .filter(later -> !later.restarted() && shown.value().compareTo(later.value()) > 0)
        .ifPresent(later -> {
          throw new InvalidFieldsException("value", "Value can't be higher than the next reading, "
              + later.value().toPlainString() + ".");
        });
  }
}
