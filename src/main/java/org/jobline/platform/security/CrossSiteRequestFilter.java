package org.jobline.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser remembers name and password of HTTP Basic and sends them with whatever a page of another site makes it ask
 * for. It says so, however, and then nothing is changed. (What is only read, the other page does not get to see.)
 */
class CrossSiteRequestFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final AccessDeniedHandler refusal;

  CrossSiteRequestFilter(AccessDeniedHandler refusal) {
    this.refusal = refusal;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !READING.contains(request.getMethod()) && !OWN.contains(site)) {
      refusal.handle(request, response, new AccessDeniedException("Calls from pages of other sites aren't allowed."));
      return;
    }
    chain.doFilter(request, response);
  }
}
