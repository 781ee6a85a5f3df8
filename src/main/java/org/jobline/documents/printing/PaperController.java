package org.jobline.documents.printing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jobline.order.OrderNumber;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Papers made of an order, to be looked at. */
@RestController
@Tag(name = "Documents")
class PaperController {

  private final PrintingService papers;
  private final PurchasePapers purchases;

  PaperController(PrintingService papers, PurchasePapers purchases) {
    this.papers = papers;
    this.purchases = purchases;
  }

  @GetMapping("/api/work-orders/{number}/work-order-documents/{kind}.pdf")
  @Operation(operationId = "getWorkOrderDocument",
      summary = "An order-sheet, cost-summary, event-history or quote-comparison as a PDF, printed now")
  @ApiResponse(responseCode = "200", content = @Content(
      mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> paper(
      @PathVariable OrderNumber number,
      @Parameter(schema = @Schema(
          allowableValues = {"order-sheet", "cost-summary", "event-history", "quote-comparison"}))
      @PathVariable String kind) {
    PaperKind paper = PaperKind.named(kind);
    return shown(number + "-" + paper.file(),
        purchase(number, paper).orElseGet(() -> papers.forTheDesk(number, paper)));
  }

  @GetMapping("/api/work-orders/{number}/purchase-papers/{paper}.pdf")
  @Operation(operationId = "getPurchasePaper",
      summary = "A receipt, a return or a decision about an invoice of a purchasing order as a PDF")
  @ApiResponse(responseCode = "200", content = @Content(
      mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> purchasePaper(
      @PathVariable OrderNumber number,
      @Parameter(description = "the `paper` of a delivery or invoice of the order", example = "R1")
      @PathVariable String paper) {
    return shown(number + "-" + paper, purchases.paper(number, paper));
  }

  private static ResponseEntity<byte[]> shown(String name, byte[] pdf) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name + ".pdf").build().toString())
        // the browser's own viewer is a plug-in with a page of styles around it
        .header("Content-Security-Policy",
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        .body(pdf);
  }

  private Optional<byte[]> purchase(OrderNumber number, PaperKind paper) {
    return paper == PaperKind.ORDER_SHEET ? purchases.orderSheet(number) : Optional.empty();
  }
}
