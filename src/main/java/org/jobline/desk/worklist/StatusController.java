package org.jobline.desk.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jobline.action.LifecycleStatuses;
import org.jobline.order.OrderTypes;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The statuses lists can be filtered by. */
@RestController
@Tag(name = "Work orders")
class StatusController {

  private final OrderTypes types;
  private final LifecycleStatuses statuses;

  StatusController(OrderTypes types, LifecycleStatuses statuses) {
    this.types = types;
    this.statuses = statuses;
  }

  /** @param code such as {@code 1.03} */
  record KnownStatusView(String code, String name) {}

  @GetMapping(path = "/api/statuses", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getStatuses",
      summary = "The statuses orders can have, as the deployed lifecycles draw them")
  List<KnownStatusView> all() {
    Map<String, String> names = new TreeMap<>();
    types.all().forEach(type -> statuses.of(type).forEach(names::putIfAbsent));
    return names.entrySet().stream().map(status -> new KnownStatusView(status.getKey(), status.getValue())).toList();
  }
}
