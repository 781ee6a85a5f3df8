package org.jobline.invoice;

import java.time.YearMonth;
import java.util.List;
import org.jobline.workorder.OrderNumber;
import org.jobline.workorder.WorkOrders;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An order's invoices, and the monthly return of what was deducted from them. */
@RestController
class InvoiceController {

  private final Invoices invoices;
  private final CisReturns returns;
  private final WorkOrders orders;

  InvoiceController(Invoices invoices, CisReturns returns, WorkOrders orders) {
    this.invoices = invoices;
    this.returns = returns;
    this.orders = orders;
  }

  @GetMapping("/api/work-orders/{number}/invoices")
  List<Invoice> invoices(@PathVariable String number) {
    return invoices.of(orders.get(new OrderNumber(number)).number());
  }

  /**
   * @param month the month in which the tax month begins, such as 2026-04 for 6 April to 5 May
   */
  @GetMapping(path = "/api/cis-returns/{month:\\d{4}-(?:0[1-9]|1[0-2])}", produces = "text/csv")
  ResponseEntity<String> cisReturn(@PathVariable String month) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cis-return-" + month + ".csv\"")
        .body(returns.csv(YearMonth.parse(month)));
  }
}
