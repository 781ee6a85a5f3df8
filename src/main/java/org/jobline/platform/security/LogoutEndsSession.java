package org.jobline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web applications take the login out of the session and keep the session. Every request has a copy of its own of
 * what the session holds, and one that is still under way would write the login back; so the session ends with it.
 */
class LogoutEndsSession extends OncePerRequestFilter {

  /** Tells the page where it has to go to be logged out elsewhere too. */
  private static final String ELSEWHERE = "Jobline-Logout";

  private final RequestMatcher logout;
  private final LoginMethod login;

  LogoutEndsSession(RequestMatcher logout, LoginMethod login) {
    this.logout = logout;
    this.login = login;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !logout.matches(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    login.logoutElsewhere(request).ifPresent(address -> response.setHeader(ELSEWHERE, address));
    chain.doFilter(request, response);
    HttpSession session = request.getSession(false);
    if (session != null && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) {
      session.invalidate();
    }
  }
}
