package org.jobline.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.awaitility.Awaitility;
import org.jobline.action.ActionKey;
import org.jobline.action.ActionService;
import org.jobline.action.Agent;
import org.jobline.action.Intake;
import org.jobline.action.Submission;
import org.jobline.documents.CertificateService;
import org.jobline.documents.DocumentFiling;
import org.jobline.documents.DocumentService;
import org.jobline.fixture.Chromium;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.fixture.Types;
import org.jobline.order.Journal;
import org.jobline.order.OrderEvent;
import org.jobline.order.OrderNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;

/** Files chosen by an agent in the real Tasklist, on one page for all tests. */
@ServedDemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadInTasklistTest {

  private static final Agent AGENT = new Agent("agent", Set.of("helpdesk"));
  private static final String HOSTILE = "<img src=x onerror=window.attacked=true>.txt";

  @LocalServerPort int port;
  @Autowired Intake intake;
  @Autowired ActionService actions;
  @Autowired Journal journal;
  @Autowired DocumentService documents;
  @Autowired CertificateService certificates;
  @Autowired DocumentFiling filing;

  private final List<String> errors = new ArrayList<>();
  private Chromium chromium;
  private Page page;
  private OrderNumber order;

  @BeforeAll
  void openTasklist() {
    chromium = Chromium.start();
    page = chromium.tasklistAs("agent", port);
    page.onPageError(errors::add);
    page.setDefaultTimeout(15_000);
  }

  @BeforeEach
  void log() {
    order = intake.log(AGENT, Types.REACTIVE, Submission.of(Map.of("site", "S-014", "workType", "FAB",
        "priority", "P1", "description", "A tile has come off", "contactName", "Sue", "confirmDuplicate", true)));
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  private void show() {
    page.evaluate("number => { window.location.hash = '#/orders/' + number }", order.value());
    assertThat(page.locator(".jobline-page h1")).hasText(order.value());
  }

  private void open(String action) {
    show();
    page.locator(".jobline-page .jobline-menu-button").click();
    page.locator(".jobline-menu:visible button[data-action='" + action + "']").first().click();
    assertThat(page.locator(".jobline-next button[type=submit]")).hasText(Pattern.compile(".+"));
  }

  private void save() {
    page.locator(".jobline-next button[type=submit]").click();
  }

  private void perform(String action, Map<String, Object> fields) {
    actions.perform(AGENT, order, new ActionKey(action), Submission.of(fields));
  }

  private Locator field(String key) {
    return page.locator(".jobline-next [data-field='" + key + "'] input").first();
  }

  private void choose(String key, String text) {
    field(key).fill(text);
    page.locator(".jobline-next [role=option]").filter(new Locator.FilterOptions().setHasText(text)).first().click();
  }

  private void date(String key, LocalDate day) {
    field(key).fill(day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
    field(key).press("Tab");
    // what is far away is asked
    Locator tick = page.locator(".jobline-next [data-field='" + key + "'] .jobline-asked input");
    if (tick.count() > 0) {
      tick.check();
    }
  }

  private void pick(String name, String content) {
    page.locator(".jobline-next .jobline-file").setInputFiles(
        new FilePayload(name, "application/pdf", content.getBytes(StandardCharsets.UTF_8)));
  }

  private Locator message() {
    return page.locator(".jobline-upload-message");
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tasklist", name + ".png")));
  }

  private void awaitEvent(String action) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(journal.of(order)).last().extracting(OrderEvent::action).isEqualTo(action));
  }

  private void assertNobodyAttacked() {
    assertThat(page.evaluate("window.attacked === undefined")).isEqualTo(true);
    assertThat(errors).isEmpty();
  }

  @Test
  void a_document_is_chosen_refused_chosen_again_filed_and_downloaded_without_being_run() {
    open("documents");
    assertThat(page.locator(".jobline-next .jobline-drop")).hasCount(0);
    page.getByText("Add document").click();
    pick("setup.pdf", "MZ\0\1");
    assertThat(page.locator(".jobline-next .jobline-field-error"))
        .hasText("setup.pdf: The file must be a PDF, Office document, image, text or ZIP file.");
    picture("refused-file");
    page.getByText("Remove file").click();
    pick(HOSTILE, "<script>window.attacked=true</script>");
    assertThat(message()).hasText(HOSTILE + " (1 kB) uploaded");
    choose("type", "Photograph");
    choose("subType", "Condition");
    picture("chosen-file");
    save();
    assertThat(page.locator(".jobline-next .jobline-field-error"))
        .hasText("Sub-type must be one of After the work, Before the work, Damage for Photograph.");
    assertThat(message()).hasText(HOSTILE + " (1 kB) uploaded");
    choose("subType", "Damage");
    save();
    awaitEvent("documents");
    assertThat(documents.of(order)).singleElement()
        .satisfies(document -> assertThat(document.title()).isEqualTo(HOSTILE));
    Locator link = page.locator(".jobline-files a");
    assertThat(link).hasText(HOSTILE);
    picture("documents-of-order");
    Download download = page.waitForDownload(link::click);
    assertThat(download.suggestedFilename()).endsWith(".txt");
    assertNobodyAttacked();
  }

  @Test
  void a_document_is_looked_at_without_being_opened() throws IOException {
    filing.file(AGENT, order, Map.of("type", "Report"), "report.pdf", new ByteArrayResource(pdf()));
    filing.file(AGENT, order, Map.of("type", "Photograph", "subType", "Damage"), "damage.png",
        new ByteArrayResource(picture()));
    filing.file(AGENT, order, Map.of("type", "Report", "title", "Words"), "words.txt",
        new ByteArrayResource("words".getBytes(StandardCharsets.UTF_8)));
    show();
    assertThat(page.locator(".jobline-files li")).hasCount(3);
    assertThat(page.locator(".jobline-preview")).hasCount(2);
    for (Locator preview : page.locator(".jobline-preview").all()) {
      preview.getByText("Preview").click();
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() ->
          (Boolean) preview.locator("img").evaluate("image => image.complete && image.naturalWidth > 0"));
    }
    picture("preview");
    assertNobodyAttacked();
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      pdf.addPage(new PDPage());
      pdf.save(file);
      return file.toByteArray();
    }
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
    return file.toByteArray();
  }

  @Test
  void a_certificate_is_uploaded() {
    perform("allocate-resource", Map.of("resource", "RES-16", "scheduleKind", "up to SLA"));
    perform("assign", Map.of("how", "by phone", "spokeTo", "Dispatch"));
    perform("accept-job", Map.of());
    open("certificates");
    page.getByText("Add certificate").click();
    choose("type", "Pressure test certificate");
    field("number").fill("PT-7");
    date("issuedOn", LocalDate.now(ZoneOffset.UTC).minusDays(1));
    date("validTo", LocalDate.now(ZoneOffset.UTC).plusYears(1));
    page.getByText("Pass", new Page.GetByTextOptions().setExact(true)).click();
    pick("certificate.txt", "attested");
    assertThat(message()).hasText("certificate.txt (1 kB) uploaded");
    picture("certificate");
    save();
    awaitEvent("certificates");
    assertThat(certificates.of(order)).singleElement()
        .satisfies(certificate -> assertThat(certificate.number()).isEqualTo("PT-7"));
    assertNobodyAttacked();
  }

  @Test
  void papers_are_looked_at_by_the_links_of_their_form() {
    open("work-order-documents");
    Locator links = page.locator(".jobline-next .jobline-form-text a[href*='.pdf']");
    assertThat(links).hasText(new String[] {"order sheet", "cost summary", "event history"});
    picture("papers");
    for (Locator link : links.all()) {
      String address = link.getAttribute("href");
      assertThat(address).contains(order.value());
      Number status = (Number) page.evaluate("async address => (await fetch(address)).status", address);
      assertThat(status.intValue()).isEqualTo(200);
    }
    page.getByText("Order sheet", new Page.GetByTextOptions().setExact(true)).click();
    page.getByText("File with the order").click();
    save();
    awaitEvent("work-order-documents");
    assertThat(documents.of(order)).hasSize(1);
  }
}
