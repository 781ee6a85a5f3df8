package org.jobline.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.stereotype.Component;

/** How somebody is told that he may not: problem details for our API, the engine's own form for the engine's. */
@Component
class Refusals {

  private static final String PROBLEMS = "https://jobline.org/problems/";

  private final ObjectMapper json;

  Refusals(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Asks for name and password, but not a script in a page: it would make the browser ask the agent over the page he
   * is working on.
   */
  void problemNotLoggedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getHeader("X-Requested-With") == null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Jobline\", charset=\"UTF-8\"");
    }
    problem(response, HttpStatus.UNAUTHORIZED, "not-logged-in", "Name and password of a user are needed.");
  }

  void problemNotPermitted(HttpServletResponse response, AccessDeniedException why) throws IOException {
    String detail = why instanceof AuthorizationDeniedException
        ? "None of the groups you are in may do this."
        : why.getMessage();
    problem(response, HttpStatus.FORBIDDEN, "not-permitted", detail);
  }

  void problemMalformedAddress(HttpServletResponse response) throws IOException {
    problem(response, HttpStatus.BAD_REQUEST, "malformed-address",
        "The address has characters, or a way of writing them, that no address of ours has.");
  }

  void engineNotLoggedIn(HttpServletResponse response, boolean ask) throws IOException {
    if (ask) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Jobline\", charset=\"UTF-8\"");
    }
    engine(response, HttpStatus.UNAUTHORIZED, "NotLoggedIn", "Name and password of a user are needed.");
  }

  void engineNotPermitted(HttpServletResponse response) throws IOException {
    engine(response, HttpStatus.FORBIDDEN, "NotPermitted", "This call of the engine is for administrators.");
  }

  private void problem(HttpServletResponse response, HttpStatus status, String type, String detail)
      throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", PROBLEMS + type);
    body.put("title", status.getReasonPhrase());
    body.put("status", status.value());
    body.put("detail", detail);
    write(response, status, MediaType.APPLICATION_PROBLEM_JSON, body);
  }

  private void engine(HttpServletResponse response, HttpStatus status, String type, String message)
      throws IOException {
    write(response, status, MediaType.APPLICATION_JSON, Map.of("type", type, "message", message));
  }

  private void write(HttpServletResponse response, HttpStatus status, MediaType type, Map<String, ?> body)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(type.toString());
    json.writeValue(response.getOutputStream(), body);
  }
}
