package org.jobline.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jobline.platform.web.RequestWithBody;

/**
 * A request that was read once to know it again.
 *
 * @param request the same request, which can still be read
 * @param fingerprint a hash of method, address and content
 */
record RepeatableRequest(HttpServletRequest request, String fingerprint) {

  static RepeatableRequest read(HttpServletRequest request) throws IOException {
    MessageDigest digest = sha256();
    String address = request.getRequestURI() + "?" + request.getQueryString();
    digest.update((request.getMethod() + " " + address + "\n").getBytes(StandardCharsets.UTF_8));
    if (isMultipart(request)) {
      // not the bytes as sent: the boundary between the parts is another one each time
      parts(request, digest);
      return new RepeatableRequest(request, HexFormat.of().formatHex(digest.digest()));
    }
    byte[] body = request.getInputStream().readAllBytes();
    return new RepeatableRequest(new RequestWithBody(request, body), HexFormat.of().formatHex(digest.digest(body)));
  }

  static boolean isMultipart(HttpServletRequest request) {
    return request.getContentType() != null && request.getContentType().startsWith("multipart/");
  }

  private static void parts(HttpServletRequest request, MessageDigest digest) throws IOException {
    try {
      for (Part part : request.getParts()) {
        String head = part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getContentType() + "\n"
            + part.getSize() + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        try (InputStream content = part.getInputStream()) {
          content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
      }
    } catch (ServletException | IllegalStateException e) {
      // malformed or too large: whoever asks for the parts next finds out too and says so
      digest.update(e.getClass().getName().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
