package org.jobline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jobline.action.RequestWithBody;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an Idempotency-Key is done once, however often it is sent: the key, what the request does and the answer
 * are one transaction. A repetition gets the first answer; one that comes at the same time waits for it. A request that
 * was refused leaves no key behind and may be corrected and sent again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int MAX_BODY = 27 << 20;

  private final IdempotencyStore store;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;

  IdempotencyFilter(IdempotencyStore store, PlatformTransactionManager transactions, ObjectMapper json) {
    this.store = store;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
        || request.getHeader(HEADER) == null
        || request.getUserPrincipal() == null;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER);
    if (!KEY.matcher(key).matches()) {
      refuse(response, HttpStatus.BAD_REQUEST, "invalid-idempotency-key",
          "The header Idempotency-Key must have 1 to 200 visible ASCII characters.");
      return;
    }
    boolean multipart = Optional.ofNullable(request.getContentType()).orElse("").startsWith("multipart/");
    // the container reads the parts of a form itself; its length must do
    byte[] body = multipart
        ? String.valueOf(request.getContentLengthLong()).getBytes(StandardCharsets.US_ASCII)
        : request.getInputStream().readNBytes(MAX_BODY);
    HttpServletRequest repeatable = multipart ? request : new RequestWithBody(request, body);
    String agent = request.getUserPrincipal().getName();
    String fingerprint = fingerprint(request, body);
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    if (doOnce(agent, key, fingerprint, repeatable, answer, chain)) {
      answer.copyBodyToResponse();
    } else {
      repeat(store.find(agent, key).orElseThrow(), fingerprint, response);
    }
  }

  /** @return false when the key was used before */
  private boolean doOnce(
      String agent, String key, String fingerprint, HttpServletRequest request, ContentCachingResponseWrapper answer,
      FilterChain chain) {
    return Boolean.TRUE.equals(transaction.execute(begun -> {
      if (!store.take(agent, key, fingerprint)) {
        return false;
      }
      try {
        chain.doFilter(request, answer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ServletException e) {
        throw new IllegalStateException(e);
      }
      if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
        begun.setRollbackOnly();
      } else {
        store.keep(agent, key, new IdempotencyStore.Answer(fingerprint, answer.getStatus(), answer.getContentType(),
            answer.getHeader(HttpHeaders.LOCATION), answer.getContentAsByteArray()));
      }
      return true;
    }));
  }

  private void repeat(IdempotencyStore.Answer first, String fingerprint, HttpServletResponse response)
      throws IOException {
    if (!first.fingerprint().equals(fingerprint)) {
      refuse(response, HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused",
          "This Idempotency-Key belongs to another request; use a new one.");
      return;
    }
    response.setStatus(first.status());
    response.setContentType(first.contentType());
    if (first.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, first.location());
    }
    response.getOutputStream().write(first.body());
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String type, String detail) throws IOException {
    ProblemDetail problem = ApiProblems.problem(status, type, detail);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  private static String fingerprint(HttpServletRequest request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n")
          .getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
