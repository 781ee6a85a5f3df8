package org.jobline.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The first page of a PDF as a picture, so that an agent sees what it is without his browser running what somebody has
 * uploaded. One at a time, and none for long: a file may be made to take for ever.
 */
@Component
class FirstPages implements DisposableBean {

  static final String PDF = "application/pdf";

  private static final Logger log = LoggerFactory.getLogger(FirstPages.class);
  private static final int SECONDS = 5;
  private static final int WAITING = 8;
  /** In pixels. */
  private static final float WIDTH = 800;
  private static final float HEIGHT = 1200;

  private final DocumentService documents;
  private final ThreadPoolExecutor painter = new ThreadPoolExecutor(
      1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
        Thread thread = new Thread(work, "first-pages");
        thread.setDaemon(true);
        return thread;
      });

  FirstPages(DocumentService documents) {
    this.documents = documents;
  }

  /** As PNG; empty for what is no PDF, is locked or broken, or takes too long. */
  Optional<byte[]> of(UUID id, Document.Version version) throws IOException {
    if (!PDF.equals(version.mediaType())) {
      return Optional.empty();
    }
    Path file = Files.createTempFile("jobline-first-page", ".pdf");
    try {
      try (OutputStream copy = Files.newOutputStream(file)) {
        documents.copy(id, version, copy);
      }
      return paint(file, version);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Optional<byte[]> paint(Path file, Document.Version version) {
    Future<byte[]> picture;
    try {
      picture = painter.submit(() -> picture(file));
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(picture.get(SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException | ExecutionException e) {
      picture.cancel(true);
      log.info("No first page of {}: {}", version.sha256(), e.toString());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static byte @Nullable [] picture(Path file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (pdf.getNumberOfPages() == 0) {
        return null;
      }
      PDRectangle page = pdf.getPage(0).getCropBox();
      float scale = Math.min(WIDTH / Math.max(1, page.getWidth()), HEIGHT / Math.max(1, page.getHeight()));
      BufferedImage image = new PDFRenderer(pdf).renderImage(0, scale, ImageType.RGB);
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return png.toByteArray();
    }
  }

  @Override
  public void destroy() {
    painter.shutdownNow();
  }
}
