package org.jobline.sla;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a priority means at a site, before an order has it. */
@RestController
@Tag(name = "Reference data")
class SlaTargetController {

  private static final int MAX_PRIORITIES = 200;

  private final AgreedTargets agreed;
  private final ReferenceData referenceData;
  private final Clock clock;

  SlaTargetController(AgreedTargets agreed, ReferenceData referenceData, Clock clock) {
    this.agreed = agreed;
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /**
   * By when an order of a priority would be due if it were logged now.
   *
   * @param respond attendance begins; null: no such target was agreed, as with the others
   */
  record PriorityTargetsView(
      String priority, String name, @Nullable Instant respond, @Nullable Instant temporaryFix, @Nullable Instant fix) {}

  @GetMapping("/api/sites/{code}/sla-targets")
  @Operation(operationId = "getSlaTargets",
      summary = "By when an order logged now would be due at a site, for each priority, most urgent first")
  List<PriorityTargetsView> of(@PathVariable String code) {
    Site site = referenceData.knownSite(code);
    Instant now = clock.instant();
    return referenceData.priorities("", PageRequest.ofSize(MAX_PRIORITIES)).stream()
        .map(priority -> {
          Deadlines due = agreed.deadlines(
              new AgreedTargets.Terms(site.client(), site.code(), null, priority.code(), null), now);
          return new PriorityTargetsView(
              priority.code(), priority.name(), due.respond(), due.temporaryFix(), due.fix());
        })
        .toList();
  }
}
