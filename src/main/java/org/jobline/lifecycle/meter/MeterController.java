package org.jobline.lifecycle.meter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A site's meters with all they ever showed. */
@RestController
@Tag(name = "Reference data")
class MeterController {

  private final MeterService meters;
  private final ReferenceData referenceData;

  MeterController(MeterService meters, ReferenceData referenceData) {
    this.meters = meters;
    this.referenceData = referenceData;
  }

  record MeterView(String code, String name, String unit, List<ReadingView> readings) {}

  record ReadingView(String orderNumber, BigDecimal value, Instant readAt, boolean restarted, String recordedBy) {}

  @GetMapping("/api/sites/{code}/meters")
  @Operation(operationId = "getMeters", summary = "The meters of a site with all their readings, oldest first")
  List<MeterView> meters(@PathVariable String code) {
    Site site = referenceData.knownSite(code);
    return meters.at(site.code()).stream()
        .map(meter -> new MeterView(meter.code(), meter.name(), meter.unit(), meters.history(meter.code()).stream()
            .map(reading -> new ReadingView(reading.orderNumber(), reading.value(), reading.readAt(),
                reading.restarted(), reading.recordedBy()))
            .toList()))
        .toList();
  }
}
