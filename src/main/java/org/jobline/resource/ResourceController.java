package org.jobline.resource;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Resources for pick lists and importers. */
@RestController
@RequestMapping("/api/resources")
class ResourceController {

  private final Resources resources;

  ResourceController(Resources resources) {
    this.resources = resources;
  }

  @GetMapping
  PagedModel<Resource> resources(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    return new PagedModel<>(resources.search(text, PageRequest.of(page, size)));
  }
}
