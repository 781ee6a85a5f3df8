package org.jobline.referencedata.contractor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contractors for pick lists and importers. */
@RestController
@RequestMapping("/api/resources")
@Tag(name = "Reference data")
class ContractorController {

  private final ContractorService contractors;
  private final FeedbackService feedbacks;

  ContractorController(ContractorService contractors, FeedbackService feedbacks) {
    this.contractors = contractors;
    this.feedbacks = feedbacks;
  }

  /** @param score null when it was never rated */
  @Schema(name = "RatedResource")
  record RatedContractor(@JsonUnwrapped Contractor contractor, @Nullable Score score) {}

  @GetMapping
  @Operation(operationId = "getResources", summary = "Contractors and in-house teams, with their ratings")
  PagedModel<RatedContractor> contractors(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    Page<Contractor> found = contractors.search(text, PageRequest.of(page, size));
    Map<String, Score> scores = feedbacks.scores(found.map(Contractor::code).getContent());
    return new PagedModel<>(found.map(contractor -> new RatedContractor(contractor, scores.get(contractor.code()))));
  }
}
