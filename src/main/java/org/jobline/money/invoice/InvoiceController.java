package org.jobline.money.invoice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An order's invoices, and the monthly return of what was deducted from them. */
@RestController
@Tag(name = "Invoices")
class InvoiceController {

  private final InvoiceService invoices;
  private final CisReturnService returns;
  private final Orders orders;

  InvoiceController(InvoiceService invoices, CisReturnService returns, Orders orders) {
    this.invoices = invoices;
    this.returns = returns;
    this.orders = orders;
  }

  @GetMapping("/api/work-orders/{number}/invoices")
  @Operation(operationId = "getInvoices", summary = "The invoices of an order")
  List<Invoice> invoices(@PathVariable OrderNumber number) {
    return invoices.of(orders.get(number).number());
  }

  /**
   * @param month the month in which the tax month begins, such as 2026-04 for 6 April to 5 May
   */
  @GetMapping(path = "/api/cis-returns/{month:\\d{4}-(?:0[1-9]|1[0-2])}", produces = "text/csv")
  @Operation(operationId = "getCisReturn", summary = "CIS deductions of a tax month, as a file for the return")
  ResponseEntity<String> cisReturn(
      @Parameter(description = "month in which the tax month begins: 2026-04 is 6 April to 5 May",
          schema = @Schema(type = "string", pattern = "^\\d{4}-(0[1-9]|1[0-2])$", example = "2026-04"))
      @PathVariable String month) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cis-return-" + month + ".csv\"")
        .body(returns.csv(YearMonth.parse(month)));
  }
}
