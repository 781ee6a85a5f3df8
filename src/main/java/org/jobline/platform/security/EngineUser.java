package org.jobline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * For whom the engine works during a request. An engine that is told nobody asks for no authorization at all, so a
 * request to its own API must name the caller; our own services check by themselves and use it as the system. Either
 * way nothing is left behind for the next request on the thread.
 */
class EngineUser extends OncePerRequestFilter {

  private final IdentityService identity;
  private final boolean isCaller;

  private EngineUser(IdentityService identity, boolean isCaller) {
    this.identity = identity;
    this.isCaller = isCaller;
  }

  static EngineUser isCaller(IdentityService identity) {
    return new EngineUser(identity, true);
  }

  static EngineUser isSystem(IdentityService identity) {
    return new EngineUser(identity, false);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    identity.clearAuthentication();
    if (isCaller) {
      Authentication login = SecurityContextHolder.getContext().getAuthentication();
      identity.setAuthentication(
          login.getName(), login.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList());
    }
    try {
      chain.doFilter(request, response);
    } finally {
      identity.clearAuthentication();
    }
  }
}
