package org.jobline.platform.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jobline.platform.engine.ListExpressions;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.web.RequestWithBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What may be said in a call of the engine. It evaluates expressions that come in a query, and believes whoever starts
 * a process which order that is: neither is anybody's to give, an administrator's no more than an agent's. The rest is
 * what {@link CallBody} lets a call say.
 */
class EngineRequests extends OncePerRequestFilter {

  private static final int MAX_BODY = 1 << 20;
  private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+/?");
  private static final Pattern PAGE = Pattern.compile("(?:firstResult|maxResults)=(?!\\d{1,9}$).*");
  /** A list without conditions, a form without fields: the engine stumbles over no body at all. */
  private static final Set<CallBody> STUMBLED_OVER = EnumSet.of(CallBody.QUERY, CallBody.COCKPIT, CallBody.FORM);
  private static final byte[] EMPTY_BODY = {'{', '}'};
  private static final String QUERY = "query.";
  private static final String FROM_OUTSIDE = "can't be an expression: give a value.";

  private final List<EngineCalls> calls;
  private final SecurityErrorResponses refusals;
  private final FailedJobs failedJobs;
  private final ObjectReader json;

  EngineRequests(SecurityErrorResponses refusals, FailedJobs failedJobs, EngineCalls... calls) {
    this.calls = List.of(calls);
    this.refusals = refusals;
    this.failedJobs = failedJobs;
    // strict, so that nobody further on reads anything else in it
    this.json = new ObjectMapper()
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .reader();
  }

  /** What is no call of the engine (pages, scripts, the login) has rules of its own. */
  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<EngineCalls.Call> call = call(request);
    if (call.isEmpty()) {
      if (LOGIN.matcher(EngineApiRules.address(request)).matches() && !isForm(request)) {
        refusals.engine(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "UnsupportedMediaType",
            "To log in, send a form with username and password.");
        return;
      }
      chain.doFilter(request, response);
      return;
    }
    Optional<FieldError> asked = wronglyAsked(request);
    if (asked.isPresent()) {
      refusals.engineInvalid(response, HttpStatus.BAD_REQUEST, List.of(asked.get()));
    } else if (call.get().body() == CallBody.FILES && isMultipart(request)) {
      chain.doFilter(request, response);
    } else {
      byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
      if (isTaken(call.get(), request, body, response)) {
        boolean isBare = body.length == 0 && STUMBLED_OVER.contains(call.get().body());
        chain.doFilter(new RequestWithBody(request, isBare ? EMPTY_BODY : body), response);
      }
    }
  }

  private Optional<EngineCalls.Call> call(HttpServletRequest request) {
    Authentication user = caller();
    return user == null ? Optional.empty() : calls.stream()
        .flatMap(table -> table.permitted(user.getName(), EngineApiRules.groups(user), request.getMethod(),
            EngineApiRules.address(request)).stream())
        .findFirst();
  }

  private static Authentication caller() {
    return SecurityContextHolder.getContext().getAuthentication();
  }

  private boolean isTaken(
      EngineCalls.Call call, HttpServletRequest request, byte[] body, HttpServletResponse response)
      throws IOException {
    if (body.length > MAX_BODY) {
      refusals.engine(response, HttpStatus.PAYLOAD_TOO_LARGE, "TooLarge", "The body is too large: up to 1 MB allowed.");
      return false;
    }
    Optional<ObjectNode> content = body.length == 0 ? Optional.of(JsonNodeFactory.instance.objectNode())
        : read(request, body);
    if (content.isEmpty()) {
      refusals.engine(response, HttpStatus.BAD_REQUEST, "MalformedJson",
          "The body must be one JSON object in UTF-8, with no name used twice.");
      return false;
    }
    List<FieldError> expressions = expressions("", content.get())
        .filter(expression -> call.body() != CallBody.LIST || !isOfSavedList(expression))
        .map(expression -> new FieldError(expression.getKey(), call.body() == CallBody.LIST
            ? "must be one of " + ListExpressions.allowed() + "." : FROM_OUTSIDE))
        .toList();
    if (!expressions.isEmpty()) {
      refusals.engineInvalid(response, HttpStatus.BAD_REQUEST, expressions);
      return false;
    }
    List<FieldError> complaints = Stream.concat(unkept("", content.get()),
        call.body().complaints(content.get(), caller().getName())).toList();
    if (!complaints.isEmpty()) {
      refusals.engineInvalid(response, call.body() == CallBody.CLAIM ? HttpStatus.FORBIDDEN
          : HttpStatus.UNPROCESSABLE_ENTITY, complaints);
      return false;
    }
    if (call.body() == CallBody.RETRIES && failedJobs.isAlive(EngineApiRules.address(request))) {
      refusals.engine(response, HttpStatus.CONFLICT, "NotFailed",
          "This job hasn't failed. Only failed jobs can be retried; this one runs when it is due.");
      return false;
    }
    return true;
  }

  private static boolean isMultipart(HttpServletRequest request) {
    return hasType(MediaType.MULTIPART_FORM_DATA_VALUE, request);
  }

  private static boolean isForm(HttpServletRequest request) {
    return hasType(MediaType.APPLICATION_FORM_URLENCODED_VALUE, request);
  }

  private static boolean hasType(String type, HttpServletRequest request) {
    return request.getContentType() != null && request.getContentType().toLowerCase(Locale.ROOT).startsWith(type);
  }

  private static Optional<FieldError> wronglyAsked(HttpServletRequest request) {
    List<String> asked = Stream.ofNullable(request.getQueryString())
        .flatMap(query -> Stream.of(query.split("[&;]"))).map(EngineRequests::decoded).toList();
    return asked.stream().map(parameter -> parameter.split("=", 2)[0]).filter(EngineRequests::isExpression)
        .findFirst().map(name -> new FieldError(name, FROM_OUTSIDE))
        .or(() -> asked.stream().filter(parameter -> PAGE.matcher(parameter).matches())
            .findFirst().map(page -> new FieldError(page.split("=", 2)[0], "must be a whole number of 0 or more.")));
  }

  /** The engine cannot read either what cannot be read here. */
  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private Optional<ObjectNode> read(HttpServletRequest request, byte[] body) {
    try {
      Charset named = request.getContentType() == null ? null
          : MediaType.parseMediaType(request.getContentType()).getCharset();
      if (named != null && !StandardCharsets.UTF_8.equals(named)) {
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return json.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (CharacterCodingException | JsonProcessingException | InvalidMediaTypeException e) {
      return Optional.empty();
    }
  }

  private static boolean isExpression(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("expression");
  }

  private static Stream<Map.Entry<String, JsonNode>> expressions(String path, JsonNode node) {
    if (node.isArray()) {
      return Stream.iterate(0, i -> i < node.size(), i -> i + 1)
          .flatMap(i -> expressions(path + i + ".", node.get(i)));
    }
    return node.properties().stream().flatMap(property -> Stream.concat(
        isExpression(property.getKey())
            ? Stream.of(Map.entry(path + property.getKey(), property.getValue()))
            : Stream.empty(),
        expressions(path + property.getKey() + ".", property.getValue())));
  }

  /** What no text of the database can have. */
  private static Stream<FieldError> unkept(String path, JsonNode node) {
    return node.isTextual()
        ? Stream.of(node.textValue()).filter(text -> text.indexOf(0) >= 0)
            .map(text -> new FieldError(path, "has a character that can't be stored."))
        : node.isArray() ? StreamSupport.stream(node.spliterator(), false).flatMap(item -> unkept(path, item))
        : node.properties().stream().flatMap(property -> property.getKey().indexOf(0) >= 0
            ? Stream.of(new FieldError("body", "has a name with a character that can't be stored."))
            : unkept(property.getKey(), property.getValue()));
  }

  /** Tasklist's own lists tell "mine" and "now" by expressions, and administrators edit them. */
  private static boolean isOfSavedList(Map.Entry<String, JsonNode> expression) {
    return expression.getKey().startsWith(QUERY)
        && (expression.getValue().isNull()
            || expression.getValue().isTextual() && ListExpressions.isKnown(expression.getValue().textValue()));
  }
}
