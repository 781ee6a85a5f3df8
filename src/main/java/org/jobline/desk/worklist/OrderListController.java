package org.jobline.desk.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jobline.action.AvailableAction;
import org.jobline.action.CurrentAgent;
import org.jobline.order.OrderNumber;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of orders (shared contract, {@code GET /api/work-orders}). */
@RestController
@RequestMapping("/api")
@Tag(name = "Work orders")
class OrderListController {

  private final OrderListService lists;
  private final BulkActionService sharedOffers;
  private final CurrentAgent currentAgent;

  OrderListController(OrderListService lists, BulkActionService sharedOffers, CurrentAgent currentAgent) {
    this.lists = lists;
    this.sharedOffers = sharedOffers;
    this.currentAgent = currentAgent;
  }

  @GetMapping(path = "/work-orders", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "findWorkOrders",
      summary = "Search; status takes patterns such as 1.*, state is open, completed or cancelled")
  OrderPage page(@ParameterObject @ModelAttribute OrderQuery query) {
    return lists.page(query);
  }

  /** Answers the same query; a page or size in it does not matter. */
  @GetMapping("/work-orders.csv")
  @Operation(operationId = "exportWorkOrders",
      summary = "The same search as a spreadsheet file, up to 10,000 orders")
  @ApiResponse(responseCode = "200", content = @Content(
      mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
  void csv(
      @ParameterObject @ModelAttribute OrderQuery query, @RequestParam(required = false) List<String> columns,
      HttpServletResponse response) throws IOException {
    lists.csv(query, OrderColumn.named(columns), () -> {
      response.setContentType("text/csv");
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"work-orders.csv\"");
      return response.getWriter();
    });
  }

  @GetMapping(path = "/work-orders/offers", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getSharedActions",
      summary = "The actions this user can do on all of these orders now; up to 50 orders")
  List<AvailableAction> offers(@RequestParam List<OrderNumber> numbers) {
    return sharedOffers.of(currentAgent.get(), numbers);
  }
}
