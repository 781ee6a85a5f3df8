package org.jobline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jobline.action.RequestWithBody;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** No form has a megabyte of text. Uploads have a limit of their own. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class BodyLimit extends OncePerRequestFilter {

  private static final int MAX_BODY = 1 << 20;

  private final ObjectMapper json;

  BodyLimit(ObjectMapper json) {
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
        || Optional.ofNullable(request.getContentType()).orElse("").startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean announced = request.getContentLengthLong() > MAX_BODY;
    byte[] body = announced ? new byte[0] : request.getInputStream().readNBytes(MAX_BODY + 1);
    if (announced || body.length > MAX_BODY) {
      response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(json.writeValueAsBytes(ApiProblems.problem(
          HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "The body must have at most 1 MB.")));
      return;
    }
    chain.doFilter(new RequestWithBody(request, body), response);
  }
}
