package org.jobline.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An OpenID provider vouches for users: a browser is led to its login page, and other programs show a token of it with
 * every call. Passwords in the engine's directory open nothing.
 */
@Component
@Profile("oidc")
class ProviderLogin implements LoginMethod {

  private static final Logger log = LoggerFactory.getLogger(ProviderLogin.class);

  /** Of the client in the configuration. */
  static final String CLIENT = "jobline";

  /** In the session: the page somebody asked for before he was led to the provider. */
  static final String WANTED = "jobline.wanted";
  /** In the session: what tells the provider whose session there is to end. */
  static final String ID_TOKEN = "jobline.id-token";

  /** Tells a script in a page that its user has to be led to the provider; loading the page again does it. */
  private static final String LOGIN_HEADER = "Jobline-Login";

  private static final RequestMatcher PAGES = withDefaults().matcher(HttpMethod.GET, "/camunda/app/*/default/**");

  private final ClientRegistrationRepository clients;
  private final ProviderUsers users;

  ProviderLogin(ClientRegistrationRepository clients, ProviderUsers users) {
    this.clients = clients;
    this.users = users;
  }

  @Override
  public HttpSecurity withEveryCall(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
    return http.oauth2ResourceServer(server -> server
        .authenticationEntryPoint(refusal)
        .jwt(token -> token.jwtAuthenticationConverter(users::bearer)));
  }

  @Override
  public void onPages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
    rules.requestMatchers(PAGES).authenticated();
  }

  @Override
  public boolean isLedElsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!PAGES.matches(request)) {
      response.setHeader(LOGIN_HEADER, "elsewhere");
      return false;
    }
    if (!isProviderThere()) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      response.setContentType(MediaType.TEXT_PLAIN_VALUE);
      response.getWriter().println("The login provider isn't answering. Try again in a moment.");
      return true;
    }
    request.getSession().setAttribute(WANTED, request.getRequestURI());
    response.sendRedirect(request.getContextPath() + "/oauth2/authorization/" + CLIENT);
    return true;
  }

  /** It is asked for its addresses once; later on, a browser finds out by itself whether it answers. */
  private boolean isProviderThere() {
    try {
      return clients.findByRegistrationId(CLIENT) != null;
    } catch (RuntimeException e) {
      log.warn("The login provider isn't answering", e);
      return false;
    }
  }

  @Override
  public void challenge(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Jobline\"");
    response.setHeader(LOGIN_HEADER, "elsewhere");
  }

  @Override
  public String whatIsNeeded() {
    return "Log in with a token from the login provider, for a user in one of Jobline's groups.";
  }

  @Override
  public SecurityScheme described() {
    return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")
        .description("A token from the login provider, for a user in one of Jobline's groups.");
  }

  /** The page he wanted, and what the provider's answer is held against. */
  @Override
  public boolean needsSessionBefore() {
    return true;
  }

  /** Whoever logs out while the provider does not answer is logged out here at least. */
  @Override
  public Optional<String> logoutElsewhere(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ID_TOKEN) instanceof String token)) {
      return Optional.empty();
    }
    try {
      return endOfSession().map(address -> UriComponentsBuilder.fromUriString(address)
          .queryParam("id_token_hint", "{token}")
          .queryParam("post_logout_redirect_uri", "{home}")
          .build(token, ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString())
          .toString());
    } catch (RuntimeException e) {
      log.warn("The login provider can't be asked where to log out", e);
      return Optional.empty();
    }
  }

  private Optional<String> endOfSession() {
    return Optional.ofNullable(clients.findByRegistrationId(CLIENT).getProviderDetails().getConfigurationMetadata()
        .get("end_session_endpoint")).map(Object::toString);
  }
}
