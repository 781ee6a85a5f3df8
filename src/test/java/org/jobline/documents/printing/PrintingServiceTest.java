package org.jobline.documents.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jobline.fixture.Given.but;
import static org.jobline.fixture.Given.with;
import static org.jobline.fixture.OrderAssert.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.jobline.action.Agent;
import org.jobline.documents.Document;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The action "work-order-documents": papers are made, opened and read back. */
@HelpdeskTest
class PrintingServiceTest {

  private static final String ACTION = "work-order-documents";
  private static final String HOSTILE = "<script>alert('x')</script> & <b>bold</b> ${7*7} Zoë Ünïcödé";

  private static final String[] SCRIPTS = {
    "暖气不热，请在星期一之前修好", "ボイラーが動きません", "보일러가 차갑습니다", "המרכז קר מאוד", "المرجل بارد", "बॉयलर ठंडा है",
    "Η βλάβη", "Котёл холодный", "🔧 🔥 😀"
  };

  private final Given given;
  private final PrintingService papers;
  private final ApiClient api;
  private final RuntimeService runtime;
  private final ManagementService management;
  private final JavaMailSenderImpl smtp;

  PrintingServiceTest(
      Given given, PrintingService papers, ApiClient api, RuntimeService runtime, ManagementService management,
      JavaMailSenderImpl smtp) {
    this.given = given;
    this.papers = papers;
    this.api = api;
    this.runtime = runtime;
    this.management = management;
    this.smtp = smtp;
  }

  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new AssertionError("No PDF", e);
    }
  }

  private String paper(OrderUnderTest order, PaperKind kind) {
    return text(papers.forTheDesk(order.number(), kind));
  }

  /** What is in the mail the action caused, by the name of the file. */
  private Map<String, byte[]> mailed(OrderUnderTest order, String address) {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      smtp.setHost("127.0.0.1");
      smtp.setPort(server.getSmtp().getPort());
      runtime.createProcessInstanceQuery().processInstanceBusinessKey(order.number().value())
          .processDefinitionKey("notification").list().stream()
          .flatMap(mail -> management.createJobQuery().processInstanceId(mail.getId()).list().stream())
          .forEach(job -> management.executeJob(job.getId()));
      MimeMessage message = Arrays.stream(server.getReceivedMessages())
          .filter(received -> subject(received).contains("a document for you"))
          .filter(received -> to(received).equals(address)).findFirst().orElseThrow();
      assertThat(subject(message)).contains(order.number().value());
      Multipart parts = (Multipart) message.getContent();
      BodyPart attached = parts.getBodyPart(parts.getCount() - 1);
      assertThat(attached.getContentType()).startsWith("application/pdf");
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      attached.getDataHandler().writeTo(content);
      return Map.of(attached.getFileName(), content.toByteArray());
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    } finally {
      server.stop();
    }
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String to(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  // What stands in them

  @Test
  void the_order_sheet_says_who_where_and_what() throws IOException {
    OrderUnderTest order = given.aCompletedOrder("resource", "BETA", "description", HOSTILE, "location", "2nd floor");
    byte[] pdf = papers.forTheDesk(order.number(), PaperKind.ORDER_SHEET);
    assertThat(text(pdf))
        .contains("Order sheet " + order.number(), "Acme", "Head office", "1 High Street", "LS1 1AA", "Hannah",
            "Boiler", "P1 Urgent", HOSTILE, "2nd floor", "Beta Ltd", "as soon as agreed", "Eve", "completed",
            "Europe/London", "Page 1 of 1");
    Files.createDirectories(Path.of("target/papers"));
    for (PaperKind kind : PaperKind.values()) {
      try (PDDocument document = Loader.loadPDF(papers.forTheDesk(order.number(), kind))) {
        Path picture = Path.of("target/papers", kind.file() + ".png");
        ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 80), "png", picture.toFile());
        assertThat(picture).isNotEmptyFile();
      }
    }
  }

  /** The picture is for people to look at; the text of right-to-left lines is found as its viewer would copy it. */
  @Test
  void other_scripts_are_readable() throws IOException {
    OrderUnderTest order = given.aLoggedOrder("description", String.join("\n", SCRIPTS));
    byte[] pdf = papers.forTheDesk(order.number(), PaperKind.ORDER_SHEET);
    assertThat(text(pdf)).contains(SCRIPTS).doesNotContain("#");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path picture = Files.createDirectories(Path.of("target/papers")).resolve("scripts.png");
      ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, 100), "png", picture.toFile());
    }
  }

  @Test
  void hebrew_and_arabic_run_from_right_to_left() throws IOException {
    OrderUnderTest order = given.aLoggedOrder("description", "שלום", "location", "QXYZ", "symptom", "مرحبا");
    byte[] pdf = papers.forTheDesk(order.number(), PaperKind.ORDER_SHEET);
    assertThat(glyphs(pdf, "שלום")).as("Hebrew, in the order of the page").isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(glyphs(pdf, "QXYZ")).isSorted();
    assertThat(text(pdf)).as("Arabic letters are joined, and found all the same").contains("مرحبا");
  }

  /** Where on the line each character of a word stands. */
  private static List<Float> glyphs(byte[] pdf, String word) throws IOException {
    Map<String, Float> places = new HashMap<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition glyph) {
          places.put(glyph.getUnicode(), glyph.getXDirAdj());
        }
      }.getText(document);
    }
    return word.codePoints().mapToObj(Character::toString).map(places::get).toList();
  }

  @ParameterizedTest
  @EnumSource(PaperKind.class)
  void every_paper_can_be_made_of_an_order_that_has_nothing_yet(PaperKind kind) {
    assertThat(paper(given.aLoggedOrder(), kind)).contains(kind.title());
  }

  @ParameterizedTest
  @EnumSource(PaperKind.class)
  void characters_a_page_cannot_hold_break_no_paper(PaperKind kind) {
    OrderUnderTest order = given.aLoggedOrder("description", "form\ffeed \u0001 暖房 \ud83d\udd27 ]]> --> {{x}} \ufffe")
        .perform("add-notes-public", with("text", "tab\tand \u000b"));
    assertThat(paper(order, kind)).contains(order.number().value());
  }

  @Test
  void the_cost_summary_says_what_counts() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    assertThat(paper(order, PaperKind.COST_SUMMARY))
        .contains("Calculated from the visits GBP 40.00", "Call-out, ", ": 40.00")
        .contains("Cost (calculated) GBP 40.00", "Mark-up 0 %", "Price GBP 40.00");
    order.perform("set-fixed-cost", with("amount", 250));
    assertThat(paper(order, PaperKind.COST_SUMMARY)).contains("Fixed cost GBP 250.00", "Cost (fixed cost) GBP 250.00");
  }

  private static String today(OrderUnderTest order) {
    return order.now().substring(0, 10);
  }

  @Test
  void the_cost_summary_says_what_cis_deducts_and_what_is_payable() {
    OrderUnderTest order = given.anOrderOnSite("resource", "CISCO").perform("make-cis", with("confirm", true))
        .perform("set-fixed-cost", with("amount", 200));
    order.perform("stop-job", with("stoppedAt", order.now(), "outcome", "completed"));
    order.perform(new Agent("fred", Set.of("finance")), "record-invoice", with(
        "invoiceNumber", "I-" + order.number(), "dated", today(order), "labour", 100.03, "materials", 50, "vat", 30.01));
    String[] lines = {"I-" + order.number() + " of " + today(order) + ", accepted, net 150.03 GBP", "VAT 30.01 GBP",
        "CIS deduction, 20 % of labour 100.03 -20.01 GBP", "Payable 160.03 GBP"};
    assertThat(paper(order, PaperKind.COST_SUMMARY)).contains(lines);
    order.perform(ACTION, with("kind", "cost summary", "mailTo", List.of("resource")));
    assertThat(text(mailed(order, "desk@cisco.example").values().iterator().next())).contains(lines);
  }

  @Test
  void what_a_contractor_is_paid_is_not_mailed_to_the_contact() {
    OrderUnderTest order = given.anOrderInInvoiceProcess();
    order.perform(new Agent("fred", Set.of("finance")), "record-invoice", with(
        "invoiceNumber", "I-" + order.number(), "dated", today(order), "net", 40, "vat", 8));
    assertThat(paper(order, PaperKind.COST_SUMMARY)).contains("Payable 48.00 GBP").doesNotContain("CIS");
    order.perform(ACTION, with("kind", "cost summary", "mailTo", List.of("contact")));
    assertThat(text(mailed(order, "hannah@acme.example").values().iterator().next()))
        .doesNotContain("Payable", "I-" + order.number());
  }

  @Test
  void the_event_history_says_everything_but_what_is_private() {
    OrderUnderTest order = given.aLoggedOrder()
        .perform("add-notes-private", with("text", "Difficult caller"))
        .perform("add-notes-public", with("text", "Dog on site"));
    assertThat(paper(order, PaperKind.EVENT_HISTORY)).contains("Dog on site", "Add Notes - Public", "0.03", "agent")
        .doesNotContain("Difficult", "Private");
  }

  @Test
  void a_long_history_goes_over_several_pages() throws IOException {
    OrderUnderTest order = given.aLoggedOrder();
    for (int i = 0; i < 12; i++) {
      order.perform("add-notes-public", with("text", "word ".repeat(150) + "no" + i));
    }
    byte[] pdf = papers.forTheDesk(order.number(), PaperKind.EVENT_HISTORY);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
    }
    assertThat(text(pdf)).contains("no0", "no11", "Page 2 of");
  }

  // Looking at them

  @ParameterizedTest
  @ValueSource(strings = {"order-sheet", "cost-summary", "event-history"})
  void a_paper_can_be_looked_at(String kind) {
    OrderUnderTest order = given.aLoggedOrder();
    ApiClient.Answer answer = api.call(MockMvcRequestBuilders.get(
        "/api/work-orders/" + order.number() + "/work-order-documents/" + kind + ".pdf"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("application/pdf");
    assertThat(answer.body()).startsWith("%PDF-");
    assertThat(order.events()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"R-999999, order-sheet", "R-100001x, order-sheet", "OWN, love-letter"})
  void a_paper_there_is_not_is_not_found(String number, String kind) {
    String own = number.equals("OWN") ? given.aLoggedOrder().number().value() : number;
    assertThat(api.call(MockMvcRequestBuilders.get(
        "/api/work-orders/" + own + "/work-order-documents/" + kind + ".pdf")).status()).isIn(404, 422);
  }

  @Test
  void an_order_there_is_not_has_no_paper() {
    assertThatThrownBy(() -> papers.forTheDesk(new OrderNumber("R-999999"), PaperKind.ORDER_SHEET))
        .isInstanceOf(NotFoundException.class);
  }

  // Filing and mailing them

  @ParameterizedTest
  @CsvSource({"0.03, order sheet", "1.09, event history", "5.02, cost summary"})
  void a_paper_is_filed_in_every_status(String status, String kind) {
    OrderUnderTest order = given.anOrderIn(status).perform(ACTION, with("kind", kind, "filed", true));
    assertThat(order).hasStatus(status).hasLastEvent(ACTION);
    Document filed = order.documents().get(0);
    assertThat(filed.mediaType()).isEqualTo("application/pdf");
    assertThat(filed.type()).isEqualToIgnoringCase(kind);
    assertThat(filed.fileName()).isEqualTo(order.number() + "-" + kind.replace(' ', '-') + ".pdf");
  }

  @Test
  void the_contractor_is_mailed_the_cost_and_not_the_price() {
    OrderUnderTest order = given.anOrderInInvoiceProcess()
        .perform(ACTION, with("kind", "cost summary", "mailTo", List.of("resource")));
    assertThat(order).saysInItsLastEvent("document e-mail sent to Beta Ltd <desk@beta.example>");
    Map<String, byte[]> mailed = mailed(order, "desk@beta.example");
    assertThat(mailed).containsOnlyKeys(order.number() + "-cost-summary.pdf");
    assertThat(text(mailed.values().iterator().next())).contains("Cost (calculated) GBP 40.00")
        .doesNotContain("Price", "Mark-up");
  }

  @Test
  void the_contact_is_mailed_the_price_and_not_the_cost() {
    OrderUnderTest order = given.anOrderInInvoiceProcess()
        .perform(ACTION, with("kind", "cost summary", "mailTo", List.of("contact")));
    assertThat(text(mailed(order, "hannah@acme.example").values().iterator().next()))
        .contains("Price GBP 40.00").doesNotContain("Cost (", "Mark-up");
  }

  @Test
  void nothing_private_and_nobodys_address_is_mailed() {
    OrderUnderTest order = given.anAcceptedOrder()
        .perform("add-notes-private", with("text", "Difficult caller"))
        .perform(ACTION, with("kind", "event history", "mailTo", List.of("resource", "contact"), "filed", true));
    assertThat(text(mailed(order, "hannah@acme.example").values().iterator().next()))
        .contains("Accept Job").doesNotContain("Difficult", "desk@alpha.example");
    assertThat(order.documents()).hasSize(1);
  }

  @Test
  void missing_address_is_no_error() {
    OrderUnderTest order = given.anOrderPendingAssign("resource", "NOMAIL", "site", "OLD")
        .perform(ACTION, with("kind", "order sheet", "mailTo", List.of("resource", "contact")));
    assertThat(order).saysInItsLastEvent("not sent: No Mail Ltd has no e-mail address")
        .saysInItsLastEvent("not sent: Oscar has no e-mail address");
    OrderUnderTest far = given.aLoggedOrder("site", "FAR")
        .perform(ACTION, with("kind", "order sheet", "mailTo", List.of("contact")));
    assertThat(far).saysInItsLastEvent("document e-mail not sent: the site has no contact");
  }

  @Test
  void every_check_names_its_field() {
    Map<String, Object> valid = with("kind", "order sheet", "filed", true);
    assertThat(given.aLoggedOrder())
        .refuses(ACTION, with(), "kind")
        .refuses(ACTION, but(valid, "kind", "love letter"), "kind")
        .refuses(ACTION, with("kind", "order sheet"), "mailTo")
        .refuses(ACTION, with("kind", "order sheet", "filed", false), "mailTo")
        .refuses(ACTION, but(valid, "mailTo", List.of("everybody")), "mailTo")
        .refuses(ACTION, but(valid, "mailTo", List.of("resource")), "mailTo")
        .refuses(ACTION, but(valid, "filed", "perhaps"), "filed")
        .refuses(ACTION, but(valid, "notes", "x".repeat(4001)), "notes")
        .refuses(ACTION, but(valid, "colour", "red"), "colour");
  }
}
