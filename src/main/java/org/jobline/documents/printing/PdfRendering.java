package org.jobline.documents.printing;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Makes PDFs of the templates in {@code paper}. Nothing a page names is fetched. */
@Component
class PdfRendering {

  /** By the names the templates have for them; the next is asked for what one has not. */
  private static final Map<String, String> FONTS = Map.of(
      "Liberation", "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf",
      "Noto", "/paper/fonts/NotoSansMerged-Regular.ttf",
      "Droid", "/paper/fonts/DroidSansFallback.ttf",
      "Emoji", "/paper/fonts/NotoEmoji-Regular.ttf");
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
      PdfRendererBuilder renderer = new PdfRendererBuilder();
      FONTS.forEach((name, file) -> renderer.useFont(() -> PdfRendering.class.getResourceAsStream(file), name));
      renderer
          .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
          .useUnicodeBidiReorderer(new ICUBidiReorderer())
          .defaultTextDirection(BaseRendererBuilder.TextDirection.LTR)
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
