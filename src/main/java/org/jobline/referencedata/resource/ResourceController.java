package org.jobline.referencedata.resource;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
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

/** Resources for pick lists and importers. */
@RestController
@RequestMapping("/api/resources")
@Tag(name = "Reference data")
class ResourceController {

  private final Resources resources;
  private final FeedbackService feedbacks;

  ResourceController(Resources resources, FeedbackService feedbacks) {
    this.resources = resources;
    this.feedbacks = feedbacks;
  }

  /** @param score null when it was never rated */
  record RatedResource(@JsonUnwrapped Resource resource, @Nullable Score score) {}

  @GetMapping
  @Operation(operationId = "getResources", summary = "Contractors and in-house teams, with their ratings")
  PagedModel<RatedResource> resources(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    Page<Resource> found = resources.search(text, PageRequest.of(page, size));
    Map<String, Score> scores = feedbacks.scores(found.map(Resource::code).getContent());
    return new PagedModel<>(found.map(resource -> new RatedResource(resource, scores.get(resource.code()))));
  }
}
