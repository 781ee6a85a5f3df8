package org.jobline.platform.security;

import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How somebody shows who he is. What he then may do does not depend on it. */
interface LoginMethod {

  /** Lets other programs log in with every call; {@code refusal} answers those that fail to. */
  HttpSecurity withEveryCall(HttpSecurity http, AuthenticationEntryPoint refusal) throws Exception;

  /** What of the web applications is open to whoever is not logged in yet, and what only because he is. */
  void onPages(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules);

  /**
   * Leads a browser that asks for a page to where its user logs in, and lets a script in the page know.
   *
   * @return false when this was no page, or the page itself asks him: the answer is still to be written
   */
  boolean isLedElsewhere(HttpServletRequest request, HttpServletResponse response) throws IOException;

  /** Tells, in headers, how a refused call could have shown who it is from. */
  void challenge(HttpServletRequest request, HttpServletResponse response);

  /** The same in words. */
  String whatIsNeeded();

  /** How a call shows it, in the terms of OpenAPI. */
  SecurityScheme described();

  /** Whether something has to be remembered of whoever is on his way to be logged in. */
  boolean needsSessionBefore();

  /** Where a browser whose session ends here has to go to be logged out there too. Empty: nowhere. */
  Optional<String> logoutElsewhere(HttpServletRequest request);
}
