package org.jobline.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** Name and password in the engine's directory: by Tasklist's form, or by HTTP Basic with every call. */
@Component
@Profile("!oidc")
class PasswordLogin implements LoginMethod {

  private final EnginePassword password;

  PasswordLogin(EnginePassword password) {
    this.password = password;
  }

  @Override
  public HttpSecurity withEveryCall(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception {
    return http.authenticationProvider(password).httpBasic(basic -> basic.authenticationEntryPoint(refusal));
  }

  @Override
  public void onPages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
    rules.requestMatchers(withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/*"))
        .permitAll();
  }

  @Override
  public boolean isLedElsewhere(HttpServletRequest request, HttpServletResponse response) {
    return false;
  }

  /** Not for a script in a page: the browser would ask the agent over the page he is working on. */
  @Override
  public void challenge(HttpServletRequest request, HttpServletResponse response) {
    if (request.getHeader("X-Requested-With") == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Jobline\", charset=\"UTF-8\"");
    }
  }

  @Override
  public String whatIsNeeded() {
    return "Log in with a user name and password.";
  }

  @Override
  public SecurityScheme described() {
    return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")
        .description("Name and password of a user, as in Tasklist.");
  }

  @Override
  public boolean needsSessionBefore() {
    return false;
  }

  @Override
  public Optional<String> logoutElsewhere(HttpServletRequest request) {
    return Optional.empty();
  }
}
