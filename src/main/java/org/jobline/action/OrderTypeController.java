package org.jobline.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be logged, and with which form. */
@RestController
@RequestMapping(path = "/api/order-types", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Work orders")
class OrderTypeController {

  private final LogFormService forms;
  private final CurrentAgent currentAgent;

  OrderTypeController(LogFormService forms, CurrentAgent currentAgent) {
    this.forms = forms;
    this.currentAgent = currentAgent;
  }

  /**
   * A type of order somebody may log.
   *
   * @param type such as REACTIVE
   * @param label what people call it
   * @param action what logging one is called
   */
  record OrderTypeView(String type, String label, String action) {

    private static OrderTypeView of(Lifecycle lifecycle) {
      return new OrderTypeView(lifecycle.type().name(), lifecycle.label(), lifecycle.action());
    }
  }

  @GetMapping
  @Operation(operationId = "getOrderTypes", summary = "The types of order this user may log")
  List<OrderTypeView> types() {
    return forms.loggableBy(currentAgent.get()).stream().map(OrderTypeView::of).toList();
  }

  @GetMapping("/{type}/form")
  @Operation(operationId = "getLogForm", summary = "The form an order of a type is logged with, as deployed",
      description = "Its components are the fields of POST /api/work-orders.")
  @ApiResponse(responseCode = "200",
      content = @Content(schema = @Schema(type = "object", additionalProperties = AdditionalPropertiesValue.TRUE)))
  ObjectNode form(@PathVariable String type) {
    return forms.of(currentAgent.get(), type);
  }
}
