package org.jobline.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever has logged in to the engine's web applications in this browser is logged in here too. A browser sends the
 * session along whoever asks it to, so that a call which changes something must also show the session's token.
 */
class WebappSessionLogin extends OncePerRequestFilter {

  static final String ENGINE = "default";
  /** The engine's web applications keep their logins under this name (AuthenticationUtil.CAM_AUTH_SESSION_KEY). */
  static final String LOGINS = "authenticatedUser";
  private static final RequestMatcher FILES = new AndRequestMatcher(
      withDefaults().matcher("/camunda/**"),
      new NegatedRequestMatcher(new OrRequestMatcher(
          withDefaults().matcher("/camunda/api/**"), withDefaults().matcher("/camunda/app/*/" + ENGINE + "/**"))));
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final UserAccounts accounts;
  private final @Nullable AccessDeniedHandler refusal;

  /** @param refusal of a change without the token; null where no token is asked for */
  private WebappSessionLogin(UserAccounts accounts, @Nullable AccessDeniedHandler refusal) {
    this.accounts = accounts;
    this.refusal = refusal;
  }

  static WebappSessionLogin withToken(UserAccounts accounts, AccessDeniedHandler refusal) {
    return new WebappSessionLogin(accounts, refusal);
  }

  /** For the web applications themselves, which check the token in a filter of their own. */
  static WebappSessionLogin forWebapps(UserAccounts accounts) {
    return new WebappSessionLogin(accounts, null);
  }

  /** Scripts and pictures are the same for everybody. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return FILES.matches(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Optional<Authentication> login = session == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null
        ? Optional.empty()
        : user(session).flatMap(accounts::login);
    if (login.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    if (refusal != null && !READING.contains(request.getMethod()) && !showsToken(request, session)) {
      refusal.handle(request, response, new AccessDeniedException(
          "A change from a browser session needs the session's token in header " + CsrfConstants.CSRF_TOKEN_HEADER_NAME
              + "."));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(login.get());
    SecurityContextHolder.setContext(context);
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  static Optional<String> user(HttpSession session) {
    return session.getAttribute(LOGINS) instanceof Authentications logins
        ? Optional.ofNullable(logins.getAuthenticationForProcessEngine(ENGINE)).map(login -> login.getIdentityId())
        : Optional.empty();
  }

  private static boolean showsToken(HttpServletRequest request, HttpSession session) {
    String shown = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
    return shown != null
        && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token
        && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
