package org.jobline.platform.security;

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
  private final RequestMatcher logins;
  private final Refusal refusal;

  private LoginLimit(FailedLogins failures, RequestMatcher logins, Refusal refusal) {
    this.failures = failures;
    this.logins = logins;
    this.refusal = refusal;
  }

  /** Where every call shows who it is from. */
  static LoginLimit onEveryCall(FailedLogins failures, Refusal refusal) {
    return new LoginLimit(
        failures, request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null, refusal);
  }

  /** Where a form logs in; a password sent there with a call is no login, right or wrong. */
  static LoginLimit onForm(FailedLogins failures, RequestMatcher form, Refusal refusal) {
    return new LoginLimit(failures, form, refusal);
  }

  /** Writes the answer in the form of whatever was called. */
  interface Refusal {
    void tooManyFailures(HttpServletResponse response, Duration left) throws IOException;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !logins.matches(request);
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
    if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
      failures.failed(address);
    }
  }
}
