package org.jobline.estate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reference data for pick lists and importers. */
@RestController
@RequestMapping("/api")
class EstateController {

  private static final String FIRST = "0";
  private static final String USUAL_SIZE = "50";
  private static final int LARGEST_SIZE = 200;

  private final Estate estate;

  EstateController(Estate estate) {
    this.estate = estate;
  }

  @GetMapping("/clients")
  PagedModel<Client> clients(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = FIRST) @Min(0) int page,
      @RequestParam(defaultValue = USUAL_SIZE) @Min(1) @Max(LARGEST_SIZE) int size) {
    return new PagedModel<>(estate.clients(text, PageRequest.of(page, size)));
  }

  @GetMapping("/sites")
  PagedModel<Site> sites(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = FIRST) @Min(0) int page,
      @RequestParam(defaultValue = USUAL_SIZE) @Min(1) @Max(LARGEST_SIZE) int size) {
    return new PagedModel<>(estate.sites(text, PageRequest.of(page, size)));
  }

  @GetMapping("/work-types")
  PagedModel<WorkType> workTypes(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = FIRST) @Min(0) int page,
      @RequestParam(defaultValue = USUAL_SIZE) @Min(1) @Max(LARGEST_SIZE) int size) {
    return new PagedModel<>(estate.workTypes(text, PageRequest.of(page, size)));
  }

  @GetMapping("/priorities")
  PagedModel<Priority> priorities(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = FIRST) @Min(0) int page,
      @RequestParam(defaultValue = USUAL_SIZE) @Min(1) @Max(LARGEST_SIZE) int size) {
    return new PagedModel<>(estate.priorities(text, PageRequest.of(page, size)));
  }
}
