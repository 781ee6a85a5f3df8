package org.jobline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jobline.fixture.ApiClient;
import org.jobline.fixture.Given;
import org.jobline.fixture.HelpdeskTest;
import org.jobline.fixture.OrderUnderTest;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is shown of a PDF without a browser opening it. */
@HelpdeskTest
class FirstPagesTest {

  private final Given given;
  private final DocumentFiling filing;
  private final FirstPages firstPages;
  private final ApiClient api;

  FirstPagesTest(Given given, DocumentFiling filing, FirstPages firstPages, ApiClient api) {
    this.given = given;
    this.filing = filing;
    this.firstPages = firstPages;
    this.api = api;
  }

  /** @param password null: none */
  private static byte[] pdf(PDRectangle size, String password) throws IOException {
    try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(size);
      pdf.addPage(page);
      pdf.addPage(new PDPage(size));
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.setNonStrokingColor(0f, 0f, 0f);
        content.addRect(0, 0, size.getWidth() / 2, size.getHeight());
        content.fill();
      }
      if (password != null) {
        pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      pdf.save(file);
      return file.toByteArray();
    }
  }

  private Document file(String name, byte[] content) {
    OrderUnderTest order = given.aLoggedOrder();
    return filing.file(Given.AGENT, order.number(), Map.of("type", "Report"), name, new ByteArrayResource(content));
  }

  @Test
  void first_page_is_rendered_as_png() throws IOException {
    Document document = file("certificate.pdf", pdf(PDRectangle.A4, null));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
        firstPages.of(document.id(), document.latest()).orElseThrow()));
    assertThat(picture.getWidth()).isBetween(790, 810);
    assertThat(picture.getRGB(10, 10)).isEqualTo(0xFF000000);
    assertThat(picture.getRGB(picture.getWidth() - 10, 10)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void a_page_as_large_as_a_house_is_shown_small() throws IOException {
    Document document = file("plan.pdf", pdf(new PDRectangle(200, 14_400), null));
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(
        firstPages.of(document.id(), document.latest()).orElseThrow()));
    assertThat(picture.getHeight()).isLessThanOrEqualTo(1_200);
  }

  @Test
  void locked_broken_and_other_files_have_no_first_page() throws IOException {
    byte[] whole = pdf(PDRectangle.A4, null);
    for (Document document : new Document[] {
        file("locked.pdf", pdf(PDRectangle.A4, "secret")),
        file("broken.pdf", Arrays.copyOf(whole, 40)),
        file("text.txt", "words".getBytes(StandardCharsets.UTF_8))}) {
      assertThat(firstPages.of(document.id(), document.latest())).as(document.fileName()).isEmpty();
    }
  }

  @Test
  void first_page_is_served_by_the_api() throws IOException {
    OrderUnderTest order = given.aLoggedOrder();
    Document document = filing.file(Given.AGENT, order.number(), Map.of("type", "Report"), "certificate.pdf",
        new ByteArrayResource(pdf(PDRectangle.A4, null)));
    String documents = "/api/work-orders/" + order.number() + "/documents/";
    ApiClient.Answer answer = api.call(MockMvcRequestBuilders.get(documents + document.id() + "/first-page"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).isEqualTo("image/png");
    String elsewhere = "/api/work-orders/" + given.aLoggedOrder().number() + "/documents/";
    assertThat(api.call(MockMvcRequestBuilders.get(elsewhere + document.id() + "/first-page")).status())
        .isEqualTo(404);
    order.perform("documents", Map.of("what", "remove", "document", document.id().toString(), "reason", "twice"));
    assertThat(api.call(MockMvcRequestBuilders.get(documents + document.id() + "/first-page")).status())
        .isEqualTo(404);
  }
}
