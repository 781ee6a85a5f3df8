package org.jobline.lifecycle.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.Rules;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jobline.workorder.WorkOrder;
import org.jobline.workorder.WorkOrders;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be the same, for somebody who is still on the telephone. */
@RestController
@Tag(name = "Work orders")
class PossibleDuplicateController {

  private final PossibleDuplicates duplicates;
  private final ReferenceData referenceData;
  private final WorkOrders orders;

  PossibleDuplicateController(PossibleDuplicates duplicates, ReferenceData referenceData, WorkOrders orders) {
    this.duplicates = duplicates;
    this.referenceData = referenceData;
    this.orders = orders;
  }

  /** @param recallUntil null while it is open */
  record PossibleDuplicateView(
      String number, String status, String description, @Nullable String equipment, Instant loggedAt,
      @Nullable Instant recallUntil) {

    private static PossibleDuplicateView of(WorkOrder order) {
      return new PossibleDuplicateView(
          order.number().value(), order.status().toString(), order.description(), order.equipment(),
          order.loggedAt(), order.recallUntil().orElse(null));
    }
  }

  @GetMapping("/api/sites/{code}/possible-duplicates")
  @Operation(operationId = "getPossibleDuplicates", summary = "Orders a caller may mean instead of a new one: for the"
      + " same work type or equipment at the site, open or inside the recall period; newest first, up to 5")
  List<PossibleDuplicateView> of(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String workType,
      @RequestParam(required = false) @Nullable String equipment) {
    Rules.searchable("workType", workType);
    Rules.searchable("equipment", equipment);
    Site site = referenceData.knownSite(code);
    return duplicates.of(site, given(workType), given(equipment)).stream()
        .map(number -> PossibleDuplicateView.of(orders.get(new OrderNumber(number))))
        .toList();
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
  }
}
