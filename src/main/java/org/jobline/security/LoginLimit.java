package org.jobline.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses logins from an address that has failed too often, by form or with every call. */
class LoginLimit extends OncePerRequestFilter {

  private final FailedLogins failures;
  private final RequestMatcher form;
  private final Refusal refusal;

  /** @param form where the web applications' form logs in */
  LoginLimit(FailedLogins failures, RequestMatcher form, Refusal refusal) {
    this.failures = failures;
    this.form = form;
    this.refusal = refusal;
  }

  /** Writes the answer in the form of whatever was called. */
  interface Refusal {
    void tooManyFailures(HttpServletResponse response, Duration left) throws IOException;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null && !form.matches(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    Optional<Duration> refused = failures.refusedFor(address);
    if (refused.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.get().toSeconds() + 1));
      refusal.tooManyFailures(response, refused.get());
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()
        || form.matches(request) && response.getStatus() == HttpStatus.FORBIDDEN.value()) {
      failures.failed(address);
    }
  }
}
