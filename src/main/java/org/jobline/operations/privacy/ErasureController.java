package org.jobline.operations.privacy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jobline.action.CurrentAgent;
import org.jobline.platform.error.InvalidFieldsException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a person's data on request; for administrators. What is searched for is in the body, which no log keeps. */
@RestController
@RequestMapping(path = "/api/personal-data", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Personal data")
class ErasureController {

  private final ErasureService erasures;
  private final CurrentAgent currentAgent;

  ErasureController(ErasureService erasures, CurrentAgent currentAgent) {
    this.erasures = erasures;
    this.currentAgent = currentAgent;
  }

  record PersonSearch(List<String> terms) {}

  /** @param matches what the search found, so that nothing is erased that nobody has seen */
  record ErasureRequest(List<String> terms, String reason, Integer matches) {}

  @PostMapping("/searches")
  @Operation(operationId = "searchPersonalData", summary = "Where a person is named; changes nothing")
  ErasureService.Findings search(@RequestBody PersonSearch search) {
    return erasures.search(new Person(search.terms()));
  }

  @PostMapping("/erasures")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "erasePersonalData", summary = "Erase a person's data; cannot be undone")
  ErasureService.Erasure erase(@RequestBody ErasureRequest request) {
    if (request.matches() == null) {
      throw new InvalidFieldsException("matches", "must be the number a search has found.");
    }
    return erasures.erase(
        currentAgent.get(), new Person(request.terms()), request.reason(), request.matches());
  }
}
