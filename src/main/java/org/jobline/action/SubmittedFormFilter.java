package org.jobline.action;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jobline.platform.web.RequestWithBody;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Takes the fields off a form on their way from Tasklist (or another client of the engine's API) into the engine: they
 * belong to the action. As variables they would stay on the process and in its history, where whoever may read the
 * process reads private notes too.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SubmittedFormFilter extends OncePerRequestFilter {

  private static final Pattern SUBMISSION = Pattern.compile(
      "(?:/camunda/api/engine/engine/[^/]+|/engine-rest(?:/engine/[^/]+)?)"
          + "/(?:task/(?<task>[^/]+)/(?:submit-form|complete)"
          + "|process-definition/(?<process>(?:key/)?[^/]+)/submit-form)/?");
  private static final int MAX_BODY = 1 << 20;

  private final AgentForms agentForms;
  private final PendingSubmissions pending;
  private final ClosedTasks closed;
  private final ObjectMapper json;

  SubmittedFormFilter(AgentForms agentForms, PendingSubmissions pending, ClosedTasks closed, ObjectMapper json) {
    this.agentForms = agentForms;
    this.closed = closed;
    this.pending = pending;
    // as the engine reads, which is less strict than our API: what one of them reads the other must not overlook
    this.json = json.copy()
        .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, false)
        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST") || !SUBMISSION.matcher(path(request)).matches();
  }

  private static String path(HttpServletRequest request) {
    // decoded, or an id written in another way would walk round this filter
    return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    Submitted submitted = Submitted.by(request);
    if (submitted.process().filter(agentForms::isBegunFromInsideOnly).isPresent()) {
      refuse(response, "Conflict", "This process can't be started by hand; other processes start it.");
      return;
    }
    boolean isAgentForm = submitted.task().map(agentForms::isAgentTask)
        .or(() -> submitted.process().map(agentForms::isStartedByForm)).orElse(false);
    // only a task that is no longer there can have been closed
    Optional<ClosedTasks.Closed> gone = isAgentForm ? Optional.empty() : submitted.task().flatMap(closed::find);
    if (gone.isPresent()) {
      refuse(response, "ActionNotOffered", gone.get().words());
      return;
    }
    Optional<ObjectNode> content = isAgentForm ? parse(body) : Optional.empty();
    if (content.isEmpty()) {
      chain.doFilter(new RequestWithBody(request, body), response);
      return;
    }
    Submission submission = Submission.of(fields(content.get().path("variables")));
    content.get().putObject("variables");
    HttpServletRequest withoutFields = new RequestWithBody(request, json.writeValueAsBytes(content.get()));
    pending.with(PendingSubmission.ofForm(submission), () -> {
      proceed(withoutFields, response, chain);
      return null;
    });
  }

  /** What a form is of: a task, or a process that it begins. */
  private record Submitted(Optional<String> task, Optional<String> process) {

    private static Submitted by(HttpServletRequest request) {
      Matcher matcher = SUBMISSION.matcher(path(request));
      return matcher.matches()
          ? new Submitted(Optional.ofNullable(matcher.group("task")), Optional.ofNullable(matcher.group("process")))
          : new Submitted(Optional.empty(), Optional.empty());
    }
  }

  private void refuse(HttpServletResponse response, String type, String words) throws IOException {
    response.setStatus(HttpStatus.CONFLICT.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    json.writeValue(response.getOutputStream(), Map.of("type", type, "message", words));
  }

  private Optional<ObjectNode> parse(byte[] body) {
    try {
      return json.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      // the engine answers malformed bodies in its own words
      return Optional.empty();
    }
  }

  private Map<String, Object> fields(JsonNode variables) {
    Map<String, Object> fields = new LinkedHashMap<>();
    variables.properties().forEach(variable -> {
      JsonNode value = variable.getValue().path("value");
      boolean isList = "Json".equals(variable.getValue().path("type").asText()) && value.isTextual();
      fields.put(variable.getKey(), isList ? list(value.asText()) : json.convertValue(value, Object.class));
    });
    return fields;
  }

  /** Form-js sends a list as JSON within a string. */
  private Object list(String text) {
    try {
      return json.readValue(text, Object.class);
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    try {
      chain.doFilter(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }
}
