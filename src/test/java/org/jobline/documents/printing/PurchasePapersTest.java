package org.jobline.documents.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jobline.fixture.Given.with;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jobline.action.Agent;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The papers of receipts, returns and decisions about invoices of purchasing orders. */
@HelpdeskTest
class PurchasePapersTest {

  private static final Agent FINANCE = new Agent("fiona", Set.of("finance"));

  private final Given given;
  private final ApiClient api;

  PurchasePapersTest(Given given, ApiClient api) {
    this.given = given;
    this.api = api;
  }

  /** Two packs of 96 screws and five brackets, which the supplier knows of. */
  private OrderUnderTest ordered() {
    ApiClient.Answer answer = api.call(Given.AGENT, ApiClient.post("/api/work-orders", with(
        "type", "PURCHASING", "site", "HQ", "supplier", "SCREWS", "contactName", "Hannah",
        "lines", "SCREWS/S-96 - 2 - - -\n- \"Shelf bracket, 暖房\" 5 10.00 20 -")));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return given.order(new OrderNumber(String.valueOf(answer.content().get("number"))))
        .perform("po-submit", with("how", "by e-mail", "supplierReference", "S-4711"));
  }

  private OrderUnderTest delivered() {
    return ordered().perform("po-receipt", with("deliveryNote", "DN-1", "inFull", true, "confirmed", true));
  }

  private ApiClient.Answer answer(OrderUnderTest order, String paper) {
    return api.call(MockMvcRequestBuilders.get("/api/work-orders/" + order.number() + "/purchase-papers/" + paper + ".pdf"));
  }

  /** What it says; a picture of it is for people to look at. */
  private String paper(OrderUnderTest order, String paper, String picture) throws IOException {
    ApiClient.Answer answer = answer(order, paper);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("application/pdf");
    try (PDDocument document = Loader.loadPDF(answer.bytes())) {
      Path file = Files.createDirectories(Path.of("target/papers")).resolve(picture + ".png");
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 80), "png", file.toFile());
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private List<String> papers(OrderUnderTest order, String documents) {
    JsonNode all = api.get("/api/work-orders/" + order.number()).path("purchase").path(documents);
    return StreamSupport.stream(all.spliterator(), false).map(each -> each.path("paper").asText("-")).toList();
  }

  @Test
  void a_receipt_says_what_came_by_which_delivery_note() throws IOException {
    OrderUnderTest order = ordered()
        .perform("po-receipt", with("deliveryNote", "DN-1", "lines", "1 100 - - -\n2 6 1 damaged -",
            "returnNumber", "RMA-1", "returnNote", "bent", "confirmed", true));
    assertThat(paper(order, "R1", "goods-received-note"))
        .contains("Goods received note " + order.number() + "/R1", "Screws and Fixings", "orders@screws.example")
        .contains("Our account AC-1", "Your reference S-4711", "Our order " + order.number(), "Delivery note DN-1")
        .contains("Head office 1 High Street LS1 1AA", "Contact Hannah")
        .contains("1 S-96 Wood screw, 4 × 40 mm 100 pieces", "2 Shelf bracket, 暖房 6 units")
        .contains("Sent back", "2 Shelf bracket, 暖房 bent damaged RMA-1 1 unit")
        .doesNotContain("Status", "10.00");
  }

  @Test
  void a_return_says_why_goods_go_back_under_which_number_and_what_is_expected_for_them() throws IOException {
    OrderUnderTest order = delivered()
        .perform("po-return-items", with("lines", "1 96 wrong-item", "replacement", "no", "returnNumber", "RMA-7",
            "returnNote", "ordered brass"))
        .perform("po-return-items", with("lines", "2 1 quality", "replacement", "yes", "returnNumber", "RMA-8"));
    assertThat(paper(order, "T1", "return-note"))
        .contains("Return note " + order.number() + "/T1", "Return number RMA-7", "We expect a credit note")
        .contains("1 S-96 Wood screw, 4 × 40 mm ordered brass wrong item RMA-7 96 pieces")
        .doesNotContain("Shelf bracket", "Received");
    assertThat(paper(order, "T2", "return-note-replaced")).contains("Return number RMA-8", "We expect a replacement");
  }

  @Test
  void a_receipt_that_was_undone_says_so() throws IOException {
    OrderUnderTest order = delivered();
    order.perform("po-undo-delivery", with("entry", order.number() + "/R1", "reason", "another shop's"));
    assertThat(paper(order, "R1", "receipt-undone"))
        .contains("No longer valid undone by " + order.number() + "/U1: another shop's");
    assertThat(papers(order, "deliveries")).containsExactly("R1", "-");
  }

  @Test
  void what_finance_decided_about_an_invoice_is_told_with_the_reason() throws IOException {
    OrderUnderTest order = delivered();
    order.perform(FINANCE, "po-record-invoice", with("what", "invoice", "number", "INV 9 " + order.number(),
        "dated", order.now().substring(0, 10), "lines", "1 192 6.00\n2 5 -", "deliveryCharge", 5, "vat", 13.40));
    assertThat(papers(order, "invoices")).containsExactly("-");
    order.perform(FINANCE, "po-resolve-mismatch", with("decision", "dispute", "reason", "price as ordered"));
    List<String> papers = papers(order, "invoices");
    assertThat(papers).hasSize(1).doesNotContain("-");
    assertThat(paper(order, papers.get(0), "invoice-decision"))
        .contains("Invoice INV 9 " + order.number(), "Decision disputed", "Reason price as ordered", "Differences")
        .contains("1 S-96 Wood screw, 4 × 40 mm 192 pieces 192 pieces 4.80 per pack of 96 12.00")
        .contains("Delivery and other 5.00 Net 67.00 VAT 13.40 Total GBP 80.40");
  }

  @ParameterizedTest
  @ValueSource(strings = {"R9", "D1", "I2", "R", "nonsense"})
  void there_is_no_other_paper(String paper) {
    OrderUnderTest order = ordered().perform("po-acknowledge", with())
        .perform("po-dispatched", with("dispatchDate", "2020-01-05"));
    assertThat(answer(order, paper).status()).isEqualTo(404);
  }

  @Test
  void an_order_for_work_has_none() {
    assertThat(answer(given.aLoggedOrder(), "R1").status()).isEqualTo(404);
  }
}
