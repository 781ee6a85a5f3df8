package org.jobline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever knew the old password, or found a browser left open, is logged out by a new one; so is a removed user. */
class NewPasswordEndsSessions extends OncePerRequestFilter {

  private static final Pattern CREDENTIALS = Pattern.compile(".*/user/([^/]+)/credentials/?");
  private static final Pattern USER = Pattern.compile(".*/user/([^/]+)/?");

  private final LoginSessions sessions;

  NewPasswordEndsSessions(LoginSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    Pattern concerned = switch (request.getMethod()) {
      case "PUT" -> CREDENTIALS;
      case "DELETE" -> USER;
      default -> null;
    };
    if (concerned != null && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) {
      Matcher user = concerned.matcher(request.getRequestURI());
      if (user.matches()) {
        HttpSession own = request.getSession(false);
        sessions.endAllOf(user.group(1), own == null ? null : own.getId());
      }
    }
  }
}
