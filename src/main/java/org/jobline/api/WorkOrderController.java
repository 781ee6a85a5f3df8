package org.jobline.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.Agent;
import org.jobline.action.CurrentAgent;
import org.jobline.operations.monitoring.Verification;
import org.jobline.operations.monitoring.Verifier;
import org.jobline.order.EventView;
import org.jobline.order.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Work orders over REST (shared contract, {@code /api/work-orders}). */
@RestController
// named here, or an answer the client will not take is found out only when the order is logged
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Work orders")
class WorkOrderController {

  private final WorkOrderViews views;
  private final NewOrderReader logRequests;
  private final Verifier verifier;
  private final CurrentAgent currentAgent;

  WorkOrderController(WorkOrderViews views, NewOrderReader logRequests, Verifier verifier, CurrentAgent currentAgent) {
    this.views = views;
    this.logRequests = logRequests;
    this.verifier = verifier;
    this.currentAgent = currentAgent;
  }

  @PostMapping("/work-orders")
  // for the description only: the answer's own status is 201
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "logWorkOrder", summary = "Log an order", description = "The fields are those of the start"
      + " form. Where another order may be the same, it is refused (409 possible-duplicate) unless confirmDuplicate is"
      + " true.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(schema = @Schema(implementation = NewOrderRequest.class)))
  ResponseEntity<WorkOrderView> log(@RequestBody Map<String, Object> body) {
    OrderNumber number = logRequests.log(currentAgent.get(), body);
    return ResponseEntity.created(URI.create("/api/work-orders/" + number)).body(views.of(number));
  }

  @GetMapping("/work-orders/{number}")
  @Operation(operationId = "getWorkOrder", summary = "The order")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true, headers = @Header(
      name = "ETag", description = "for If-None-Match, and for If-Match of an action", required = true,
      schema = @Schema(type = "string")))
  @Nullable ResponseEntity<WorkOrderView> get(@PathVariable OrderNumber number, WebRequest request) {
    String mark = views.mark(number);
    return request.checkNotModified(mark) ? null : ResponseEntity.ok().eTag(mark).body(views.of(number));
  }

  @GetMapping("/work-orders/{number}/events")
  @Operation(operationId = "getEvents", summary = "The timeline, newest last")
  List<EventView> events(@PathVariable OrderNumber number) {
    Agent agent = currentAgent.get();
    return views.events(number, agent);
  }

  @GetMapping("/work-orders/{number}/events/verify")
  @Operation(
      operationId = "verifyEvents",
      summary = "Recompute the chain of hashes of one order, and compare it with its last event and its process")
  Verification verify(@PathVariable OrderNumber number) {
    return verifier.verify(Optional.of(number));
  }

  @GetMapping("/events/verify")
  @Operation(
      operationId = "verifyAllEvents",
      summary = "Recompute the chains of all orders, and compare each with its last event and its process")
  Verification verifyAll() {
    return verifier.verify(Optional.empty());
  }
}
