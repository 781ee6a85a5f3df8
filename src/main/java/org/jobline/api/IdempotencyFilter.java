package org.jobline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
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

  static final String HEADER = "Idempotency-Key";
  static final String KEY = "[\\x21-\\x7e]{1,200}";

  private static final Pattern PATTERN = Pattern.compile(KEY);

  private final IdempotencyStore store;
  private final PlatformTransactionManager transactions;
  private final ApiProblems problems;
  private final ObjectMapper json;

  IdempotencyFilter(
      IdempotencyStore store, PlatformTransactionManager transactions, ApiProblems problems, ObjectMapper json) {
    this.store = store;
    this.transactions = transactions;
    this.problems = problems;
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
    if (!PATTERN.matcher(key).matches()) {
      refuse(response, ApiProblems.problem(HttpStatus.BAD_REQUEST, "invalid-idempotency-key",
          "The header Idempotency-Key must have 1 to 200 visible ASCII characters."));
      return;
    }
    String agent = request.getUserPrincipal().getName();
    RepeatableRequest repeatable = RepeatableRequest.read(request);
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean first;
    try {
      first = doOnce(agent, key, repeatable, answer, chain);
    } catch (ConcurrencyFailureException | OptimisticLockingException e) {
      refuse(response, problems.changedMeanwhile(e));
      return;
    } catch (TransactionException | DataAccessException e) {
      refuse(response, problems.unexpected(e));
      return;
    }
    if (first) {
      answer.copyBodyToResponse();
    } else {
      repeat(store.find(agent, key).orElseThrow(), repeatable.fingerprint(), response);
    }
  }

  /**
   * The transactions of the services join this one, so nothing of theirs lasts without the answer, nor the other way.
   *
   * @return false when the key was used before
   */
  private boolean doOnce(
      String agent, String key, RepeatableRequest repeatable, ContentCachingResponseWrapper answer, FilterChain chain)
      throws ServletException, IOException {
    TransactionStatus transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
    boolean first;
    try {
      first = store.take(agent, key, repeatable.fingerprint());
      if (first) {
        chain.doFilter(repeatable.request(), answer);
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
          // a service has marked it too, but then the commit would fail for a reason unknown here
          transaction.setRollbackOnly();
        } else if (!transaction.isRollbackOnly()) {
          store.keep(agent, key, new IdempotencyStore.Answer(repeatable.fingerprint(), answer.getStatus(),
              answer.getContentType(), answer.getHeader(HttpHeaders.LOCATION), answer.getContentAsByteArray()));
        }
      }
    } catch (ServletException | IOException | RuntimeException | Error e) {
      transactions.rollback(transaction);
      throw e;
    }
    transactions.commit(transaction);
    return first;
  }

  private void repeat(IdempotencyStore.Answer first, String fingerprint, HttpServletResponse response)
      throws IOException {
    if (!first.fingerprint().equals(fingerprint)) {
      refuse(response, ApiProblems.problem(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused",
          "This Idempotency-Key was used for a different request. Use a new one."));
      return;
    }
    response.setStatus(first.status());
    response.setContentType(first.contentType());
    if (first.location() != null) {
      response.setHeader(HttpHeaders.LOCATION, first.location());
    }
    response.getOutputStream().write(first.body());
  }

  private void refuse(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
