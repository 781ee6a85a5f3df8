package org.jobline.referencedata.estate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.function.BiFunction;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PagedModel;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reference data for pick lists and importers. */
@RestController
@RequestMapping("/api")
@Tag(name = "Reference data")
class ReferenceDataController {

  private static final int USUAL_SIZE = 50;
  private static final int MAX_SIZE = 200;

  private final ReferenceData referenceData;

  ReferenceDataController(ReferenceData referenceData) {
    this.referenceData = referenceData;
  }

  /**
   * Which part of a list is asked for.
   *
   * @param text words the entries must have; all when left out
   * @param page the first is 0
   */
  record Section(String text, @Min(0) Integer page, @Min(1) @Max(MAX_SIZE) Integer size) {

    Section {
      text = Objects.requireNonNullElse(text, "");
      page = Objects.requireNonNullElse(page, 0);
      size = Objects.requireNonNullElse(size, USUAL_SIZE);
    }

    private <T> PagedModel<T> of(BiFunction<String, Pageable, Page<T>> list) {
      return new PagedModel<>(list.apply(text, PageRequest.of(page, size)));
    }
  }

  @GetMapping("/clients")
  @Operation(operationId = "getClients", summary = "Clients")
  PagedModel<Client> clients(@Valid @ParameterObject Section section) {
    return section.of(referenceData::clients);
  }

  @GetMapping("/sites")
  @Operation(operationId = "getSites", summary = "Sites")
  PagedModel<Site> sites(@Valid @ParameterObject Section section) {
    return section.of(referenceData::sites);
  }

  @GetMapping("/work-types")
  @Operation(operationId = "getWorkTypes", summary = "Work types")
  PagedModel<WorkType> workTypes(@Valid @ParameterObject Section section) {
    return section.of(referenceData::workTypes);
  }

  @GetMapping("/priorities")
  @Operation(operationId = "getPriorities", summary = "Priorities, most urgent first")
  PagedModel<Priority> priorities(@Valid @ParameterObject Section section) {
    return section.of(referenceData::priorities);
  }

  @GetMapping("/parts")
  @Operation(operationId = "getParts", summary = "Parts fitted on visits")
  PagedModel<Part> parts(@Valid @ParameterObject Section section) {
    return section.of(referenceData::parts);
  }
}
