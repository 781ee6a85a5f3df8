package org.jobline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Keeps nothing of whoever only looks at the login page: the web applications would write a session to the database for
 * every visitor, to remember the token their form has to show. Until somebody is logged in, the token is held against
 * its own cookie instead, which no other site can read or set.
 */
class NoSessionBeforeLogin extends OncePerRequestFilter {

  private final RequestMatcher form;

  /** @param form where the web applications' form logs in */
  NoSessionBeforeLogin(RequestMatcher form) {
    this.form = form;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(WebappSessionLogin.LOGINS) != null) {
      chain.doFilter(request, response);
      return;
    }
    boolean logsIn = form.matches(request);
    chain.doFilter(new Anonymous(request, logsIn), response);
    if (logsIn && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) {
      HttpSession begun = request.getSession(false);
      if (begun != null) {
        WebappSessionLogin.user(begun).ifPresent(user -> LoginSessions.belongsTo(begun, user));
      }
    }
  }

  private static final class Anonymous extends HttpServletRequestWrapper {

    private final boolean logsIn;
    private @Nullable SessionOfOneRequest session;

    Anonymous(HttpServletRequest request, boolean logsIn) {
      super(request);
      this.logsIn = logsIn;
    }

    @Override
    public @Nullable HttpSession getSession() {
      return getSession(true);
    }

    /** A login that succeeds ends the session it came with and begins the real one. */
    @Override
    public @Nullable HttpSession getSession(boolean create) {
      if (session != null && session.isEnded()) {
        return super.getSession(create && logsIn);
      }
      if (session == null && create) {
        session = new SessionOfOneRequest(getServletContext());
        Cookie token = WebUtils.getCookie(this, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
        if (token != null) {
          session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token.getValue());
        }
      }
      return session;
    }
  }
}
