package org.jobline.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jobline.platform.persistence.LostConnection;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sessions and passwords are in the database too: a request may fail before it reaches whatever answers it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LostConnectionFilter extends OncePerRequestFilter {

  private final ApiProblems problems;
  private final ObjectMapper json;

  LostConnectionFilter(ApiProblems problems, ObjectMapper json) {
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException e) {
      if (response.isCommitted() || !LostConnection.isCauseOf(e)) {
        throw e;
      }
      ProblemDetail problem = problems.unexpected(e);
      response.reset();
      response.setStatus(problem.getStatus());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      json.writeValue(response.getOutputStream(), problem);
    }
  }
}
