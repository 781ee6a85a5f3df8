package org.jobline.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets through what {@link EngineCalls} names for a group of the caller, and nothing else. */
class EngineApiRules implements AuthorizationManager<RequestAuthorizationContext> {

  private final EngineCalls calls;

  EngineApiRules(EngineCalls calls) {
    this.calls = calls;
  }

  // what is to be used in its place calls it, and it has to be there
  @Override
  @SuppressWarnings("deprecation")
  public AuthorizationDecision check(Supplier<Authentication> login, RequestAuthorizationContext context) {
    Authentication user = login.get();
    if (user == null || !user.isAuthenticated() || user instanceof AnonymousAuthenticationToken) {
      return new AuthorizationDecision(false);
    }
    HttpServletRequest request = context.getRequest();
    return new AuthorizationDecision(
        calls.permitted(user.getName(), groups(user), request.getMethod(), address(request)).isPresent());
  }

  static Set<String> groups(Authentication user) {
    return user.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
  }

  static String address(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
