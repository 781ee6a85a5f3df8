package org.jobline.referencedata.contractor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.error.Rules;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who would be asked, before there is an order. */
@RestController
@Tag(name = "Reference data")
class RankedContractorController {

  private final ContractorService contractors;
  private final ReferenceData referenceData;
  private final Clock clock;

  RankedContractorController(ContractorService contractors, ReferenceData referenceData, Clock clock) {
    this.contractors = contractors;
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /**
   * A contractor that can be given the work.
   *
   * @param position 1 is to be asked first
   * @param why what gave it its position, such as a warranty
   */
  record RankedContractorView(String code, String name, @Nullable String phone, int position, String why) {

    private static RankedContractorView of(RankedContractor ranked) {
      Contractor contractor = ranked.contractor();
      return new RankedContractorView(
          contractor.code(), contractor.name(), contractor.phone(), ranked.position(), ranked.why());
    }
  }

  @GetMapping("/api/sites/{code}/resources")
  @Operation(operationId = "getRankedResources",
      summary = "Who is to be asked for a work type at a site, first choice first, with the reason")
  List<RankedContractorView> ranked(@PathVariable String code, @RequestParam String workType) {
    Rules.searchable("workType", workType);
    Site site = referenceData.knownSite(code);
    if (referenceData.workType(workType).isEmpty()) {
      throw new NotFoundException("work type", workType);
    }
    LocalDate today = LocalDate.now(clock.withZone(site.timeZone()));
    return contractors.ranked(site.client(), site.code(), workType, today, Set.of()).stream()
        .map(RankedContractorView::of)
        .toList();
  }
}
