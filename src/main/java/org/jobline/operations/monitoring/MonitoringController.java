package org.jobline.operations.monitoring;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jobline.action.CurrentAgent;
import org.jobline.order.OrderNumber;
import org.jobline.order.StatusCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What managers see of orders in trouble. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Monitoring")
class MonitoringController {

  private final StuckOrders stuck;
  private final PutBack putBack;
  private final CurrentAgent currentAgent;

  MonitoringController(StuckOrders stuck, PutBack putBack, CurrentAgent currentAgent) {
    this.stuck = stuck;
    this.putBack = putBack;
    this.currentAgent = currentAgent;
  }

  /** @param status the number of the status */
  record PutBackRequest(
      @Schema(pattern = "^" + StatusCode.FORM + "$", example = "1.03") String status, String reason) {}

  /** @param status number and name of the status the order has now */
  record PutBackResult(String status) {}

  @GetMapping("/monitoring/stuck-orders")
  @Operation(operationId = "getStuckOrders",
      summary = "Stuck orders, the longest stuck first")
  List<StuckOrder> stuckOrders() {
    return stuck.all();
  }

  @PostMapping("/work-orders/{number}/put-back")
  @Operation(operationId = "putBack", summary = "Put a stuck order back to a status, with a reason")
  PutBackResult putBack(@PathVariable OrderNumber number, @RequestBody PutBackRequest where) {
    return new PutBackResult(putBack.putBack(currentAgent.get(), number, where.status(), where.reason())
        .status().toString());
  }

  @ExceptionHandler
  ProblemDetail notStuck(NotStuckException e) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    problem.setType(URI.create("https://jobline.org/problems/not-stuck"));
    problem.setTitle("not stuck");
    return problem;
  }
}
