package org.jobline.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jobline.platform.engine.EngineFailures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A caller of the engine's API or its web applications is refused with the statuses and words of ours, in the form
 * the engine's clients know: {@code type} and {@code message}. The engine makes 500 of whatever our steps throw, names
 * classes and permissions, and has the stack in its log; here a 500 is a real fault.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 5)
class EngineAnswers extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(EngineAnswers.class);

  private static final Pattern CALLS = Pattern.compile(
      "/(?:engine-rest|camunda/api/(?:engine|cockpit/plugin/base|admin/plugin/adminPlugins/default))/.*");
  /** Where in a body Jackson found something it does not know. */
  private static final Pattern UNKNOWN_PART = Pattern.compile("\\[\"([^\"]+)\"\\]|Unrecognized field \"([^\"]+)\"");
  private static final Pattern STEPS = Pattern.compile(".*/(?:task|process-definition)/.*");
  private static final Pattern BY_ITSELF = Pattern.compile("(?:ProcessEngine|NullValue|NotValid)Exception");
  private static final Pattern CODE = Pattern.compile("^ENGINE-\\d+ ");
  private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:org|com|java|jakarta)\\.\\w+\\.");

  private final EngineFailures failures;
  private final ApiProblems problems;
  private final ObjectMapper json;

  EngineAnswers(EngineFailures failures, ApiProblems problems, ObjectMapper json) {
    this.failures = failures;
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !CALLS.matcher(request.getRequestURI().substring(request.getContextPath().length())).matches();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    Optional<RuntimeException> failure;
    try {
      failure = failures.<Exception>during(() -> chain.doFilter(request, answer));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
    if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST && !response.isCommitted()) {
      reword(request, answer, failure);
    }
    answer.copyBodyToResponse();
  }

  private void reword(
      HttpServletRequest request, ContentCachingResponseWrapper answer, Optional<RuntimeException> failure)
      throws IOException {
    Optional<ObjectNode> said = read(answer);
    if (said.isEmpty() || failure.filter(EngineAnswers::isAboutDeployment).isPresent()) {
      return;
    }
    Optional<ProblemDetail> known = failure.flatMap(problems::known);
    if (known.isPresent()) {
      write(answer, known.get());
    } else if (answer.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      write(answer, unforeseen(request, failure, said.get()));
    } else if (said.get().path("message").isTextual() && !isOurs(said.get())) {
      HttpStatus status = HttpStatus.valueOf(answer.getStatus());
      write(answer, ApiProblems.problem(status, type(status), words(status, said.get().path("message").asText())));
    }
  }

  /** Refused by a filter of ours, in our words already. */
  private static boolean isOurs(ObjectNode said) {
    return said.has("errors") || said.has("type") && !said.path("type").asText().endsWith("Exception");
  }

  private static ProblemDetail unforeseen(
      HttpServletRequest request, Optional<RuntimeException> failure, ObjectNode said) {
    String message = said.path("message").asText();
    if (isOfTheCallItself(request, failure, said.path("type").asText())) {
      return ApiProblems.problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-fields",
          words(HttpStatus.UNPROCESSABLE_ENTITY, CODE.matcher(message).replaceFirst("")));
    }
    if (isReading(request) && failure.filter(EngineAnswers::isOfAnEngineThatFoundNothing).isPresent()) {
      return ApiProblems.notThere();
    }
    log.error("{} {} failed: {}", request.getMethod(), request.getRequestURI(), message, failure.orElse(null));
    return ApiProblems.failed();
  }

  /** The Modeler marks the elements it names. */
  private static boolean isAboutDeployment(Throwable failure) {
    return failure instanceof ParseException || failure.getCause() != null && isAboutDeployment(failure.getCause());
  }

  /** What the engine says by itself, without a step of ours, is about what it was asked. */
  private static boolean isOfTheCallItself(
      HttpServletRequest request, Optional<RuntimeException> failure, String type) {
    return failure.isEmpty() ? BY_ITSELF.matcher(type).matches()
        : Stream.<Throwable>iterate(failure.get(), Objects::nonNull, Throwable::getCause).allMatch(cause ->
            cause instanceof ProcessEngineException || cause instanceof InvocationTargetException)
            && !STEPS.matcher(request.getRequestURI()).matches();
  }

  private static boolean isReading(HttpServletRequest request) {
    return request.getMethod().equals("GET");
  }

  /** A few of its commands do not ask whether it did. */
  private static boolean isOfAnEngineThatFoundNothing(RuntimeException failure) {
    return failure instanceof NullPointerException && failure.getStackTrace().length > 0
        && failure.getStackTrace()[0].getClassName().startsWith("org.camunda.bpm.engine.impl.");
  }

  private Optional<ObjectNode> read(ContentCachingResponseWrapper answer) {
    byte[] body = answer.getContentAsByteArray();
    try {
      return json.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      // some of its refusals are plain text
      return Optional.of(json.createObjectNode().put("message", new String(body, StandardCharsets.UTF_8)));
    }
  }

  private static String type(HttpStatus status) {
    return switch (status) {
      case FORBIDDEN -> "not-permitted";
      case NOT_FOUND -> "not-found";
      default -> status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /** The engine's own, unless they are about its insides. */
  private static String words(HttpStatus status, String message) {
    if (status == HttpStatus.FORBIDDEN) {
      return ApiProblems.NO_GROUP_OF_YOURS;
    }
    if (!message.isEmpty() && !message.contains("reference chain") && !CLASS_NAME.matcher(message).find()) {
      return message;
    }
    Matcher part = UNKNOWN_PART.matcher(message);
    return part.find()
        ? Optional.ofNullable(part.group(1)).orElse(part.group(2))
            + " is unknown here or has a value of the wrong type."
        : "Something in the call is unknown here or of the wrong type.";
  }

  private void write(ContentCachingResponseWrapper answer, ProblemDetail problem) throws IOException {
    ObjectNode body = json.createObjectNode();
    String type = problem.getType().getPath().replaceFirst(".*/", "");
    body.put("type", Arrays.stream(type.split("-")).map(StringUtils::capitalize).collect(Collectors.joining()));
    body.put("message", problem.getDetail());
    if (problem.getProperties() != null) {
      problem.getProperties().forEach((name, value) -> body.set(name, json.<JsonNode>valueToTree(value)));
    }
    answer.resetBuffer();
    // there is no precondition in a call of these
    answer.setStatus(problem.getStatus() == HttpStatus.PRECONDITION_FAILED.value()
        ? HttpStatus.CONFLICT.value() : problem.getStatus());
    answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
    answer.getOutputStream().write(json.writeValueAsBytes(body));
  }
}
