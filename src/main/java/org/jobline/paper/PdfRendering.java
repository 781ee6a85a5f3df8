package org.jobline.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Makes PDFs of the templates in {@code paper}. Nothing a page names is fetched. */
@Component
class PdfRendering {

  /** Latin, Greek and Cyrillic; comes with PDFBox. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final Pattern NO_XML = Pattern.compile(
      "[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final SpringTemplateEngine pages = new SpringTemplateEngine();

  PdfRendering(ApplicationContext files) {
    XRLog.setLoggingEnabled(false);
    SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
    resolver.setApplicationContext(files);
    resolver.setPrefix("classpath:/paper/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
    pages.setTemplateResolver(resolver);
  }

  byte[] pdf(String template, Map<String, Object> values) {
    String page = pages.process(template, new Context(Locale.UK, values));
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation")
          .useUriResolver((base, uri) -> null)
          .withHtmlContent(NO_XML.matcher(page).replaceAll("?"), null)
          .toStream(pdf)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }
}
