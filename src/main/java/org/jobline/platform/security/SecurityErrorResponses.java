package org.jobline.platform.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jobline.platform.error.FieldError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** How somebody is told that he may not: problem details for our API, the engine's own form for the engine's. */
@Component
class SecurityErrorResponses {

  private static final String PROBLEMS = "https://jobline.org/problems/";

  private static final Logger log = LoggerFactory.getLogger(SecurityErrorResponses.class);

  private final ObjectMapper json;
  private final LoginMethod login;

  SecurityErrorResponses(ObjectMapper json, LoginMethod login) {
    this.json = json;
    this.login = login;
  }

  void problemNotLoggedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    login.challenge(request, response);
    problem(response, HttpStatus.UNAUTHORIZED, "not-logged-in", login.whatIsNeeded());
  }

  void problemNotPermitted(HttpServletResponse response, AccessDeniedException why) throws IOException {
    String detail = why instanceof AuthorizationDeniedException || why.getMessage() == null
        ? "None of your groups is allowed to do this."
        : why.getMessage();
    problem(response, HttpStatus.FORBIDDEN, "not-permitted", detail);
  }

  void problemTooManyFailures(HttpServletResponse response, Duration left) throws IOException {
    problem(response, HttpStatus.TOO_MANY_REQUESTS, "too-many-failed-logins", tooManyFailures(left));
  }

  void engineTooManyFailures(HttpServletResponse response, Duration left) throws IOException {
    engine(response, HttpStatus.TOO_MANY_REQUESTS, "TooManyFailedLogins", tooManyFailures(left));
  }

  private static String tooManyFailures(Duration left) {
    return "Too many failed logins from your address. Try again in " + (left.toMinutes() + 1) + " minutes.";
  }

  void problemMalformedAddress(HttpServletResponse response) throws IOException {
    problem(response, HttpStatus.BAD_REQUEST, "malformed-address",
        "This address contains characters that aren't allowed.");
  }

  void engineNotLoggedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    login.challenge(request, response);
    engineNotLoggedIn(response);
  }

  void webappsNotLoggedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!login.isLedElsewhere(request, response)) {
      engineNotLoggedIn(response);
    }
  }

  private void engineNotLoggedIn(HttpServletResponse response) throws IOException {
    engine(response, HttpStatus.UNAUTHORIZED, "NotLoggedIn", login.whatIsNeeded());
  }

  void engineNotPermitted(HttpServletResponse response) throws IOException {
    engine(response, HttpStatus.FORBIDDEN, "NotPermitted",
        "None of your groups is allowed to make this call to the engine.");
  }

  /** The fields named, as a form's are. */
  void engineInvalid(HttpServletResponse response, HttpStatus status, List<FieldError> errors) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "InvalidFields");
    body.put("message", errors.stream().map(FieldError::toString).collect(Collectors.joining(" ")));
    body.put("errors", errors);
    write(response, status, MediaType.APPLICATION_JSON, body);
  }

  /** Shown as a page to somebody who came back from the login provider in vain. */
  void notSignedOn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    boolean isOurs = why instanceof UnknownUserException;
    if (!isOurs) {
      log.warn("A login through the provider failed", why);
    }
    response.setStatus(HttpStatus.FORBIDDEN.value());
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().println("We couldn't log you in to Jobline. "
        + (isOurs ? why.getMessage() : "The login provider did not confirm who you are. Try again in a moment."));
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

  void engine(HttpServletResponse response, HttpStatus status, String type, String message)
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
