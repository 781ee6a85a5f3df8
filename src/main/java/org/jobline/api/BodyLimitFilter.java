package org.jobline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jobline.platform.web.RequestWithBody;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that no form can need, before anything is made of it. Uploads are not meant: the server keeps them
 * out of memory and has limits of its own for them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class BodyLimitFilter extends OncePerRequestFilter {

  private static final int MAX_BYTES = 1 << 20;

  private final ObjectMapper json;

  BodyLimitFilter(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
        || RepeatableRequest.isMultipart(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length <= MAX_BYTES) {
      chain.doFilter(new RequestWithBody(request, body), response);
      return;
    }
    response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(),
        ApiProblems.problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "The body is too large: up to 1 MB allowed."));
  }
}
