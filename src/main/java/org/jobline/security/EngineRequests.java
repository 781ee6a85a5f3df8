package org.jobline.security;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jobline.action.RequestWithBody;
import org.jobline.engine.ListExpressions;
import org.jobline.problem.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What may be said in a call of the engine. It evaluates expressions that come in a query, and believes whoever starts
 * a process which order that is: neither is anybody's to give, an administrator's no more than an agent's.
 */
class EngineRequests extends OncePerRequestFilter {

  private static final int MAX_BODY = 1 << 20;
  private static final Pattern SAVED_LIST = Pattern.compile(".*/filter/(?:create|[^/]+)/?");
  private static final Pattern BEGINNING =
      Pattern.compile(".*/(?:(?:process|case)-definition/.*|message|condition|signal)/?");
  private static final String QUERY = "query.";
  private static final String FROM_OUTSIDE = "is not taken from outside: give a value, not an expression.";

  private final Refusals refusals;
  private final ObjectReader json;

  EngineRequests(Refusals refusals) {
    this.refusals = refusals;
    // strict, so that nobody further on reads anything else in it
    this.json = new ObjectMapper()
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .reader();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<FieldError> asked = expressionAskedFor(request);
    if (asked.isPresent()) {
      refusals.engineInvalid(response, HttpStatus.BAD_REQUEST, List.of(asked.get()));
      return;
    }
    if (isNotJson(request)) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      refusals.engine(response, HttpStatus.PAYLOAD_TOO_LARGE, "TooLarge", "A body must have at most 1 MB.");
      return;
    }
    if (body.length > 0) {
      Optional<JsonNode> content = read(request, body);
      if (content.isEmpty()) {
        refusals.engine(response, HttpStatus.BAD_REQUEST, "MalformedJson",
            "The body must be one JSON value in UTF-8, with every name once.");
        return;
      }
      List<FieldError> expressions = expressions("", content.get())
          .filter(expression -> !isOfSavedList(request, expression))
          .map(expression -> new FieldError(expression.getKey(), isSavedList(request)
              ? "must be one of " + ListExpressions.allowed() + "."
              : FROM_OUTSIDE))
          .toList();
      if (!expressions.isEmpty()) {
        refusals.engineInvalid(response, HttpStatus.BAD_REQUEST, expressions);
        return;
      }
      if (BEGINNING.matcher(request.getRequestURI()).matches() && content.get().hasNonNull("businessKey")) {
        refusals.engineInvalid(response, HttpStatus.UNPROCESSABLE_ENTITY, List.of(new FieldError("businessKey",
            "is not taken from outside: an order is given its number when it is logged.")));
        return;
      }
    }
    chain.doFilter(new RequestWithBody(request, body), response);
  }

  /** Files of a deployment, and the login form: whoever reads them looks for no JSON in them. */
  private static boolean isNotJson(HttpServletRequest request) {
    String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
    return type.startsWith("multipart/form-data") && request.getRequestURI().matches(".*/deployment/create/?")
        || type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
            && request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/admin/auth/");
  }

  private static Optional<FieldError> expressionAskedFor(HttpServletRequest request) {
    return Stream.ofNullable(request.getQueryString())
        .flatMap(query -> Stream.of(query.split("[&;]")))
        .map(parameter -> decoded(parameter.split("=", 2)[0]))
        .filter(EngineRequests::isExpression)
        .findFirst()
        .map(name -> new FieldError(name, FROM_OUTSIDE));
  }

  /** The engine cannot read either what cannot be read here. */
  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private Optional<JsonNode> read(HttpServletRequest request, byte[] body) {
    try {
      String type = request.getContentType();
      if (type != null && MediaType.parseMediaType(type).getCharset() != null
          && !StandardCharsets.UTF_8.equals(MediaType.parseMediaType(type).getCharset())) {
        return Optional.empty();
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return Optional.of(json.readTree(text)).filter(content -> !content.isMissingNode());
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

  private static boolean isSavedList(HttpServletRequest request) {
    return SAVED_LIST.matcher(request.getRequestURI()).matches();
  }

  /** Tasklist's own lists tell "mine" and "now" by expressions, and administrators edit them. */
  private static boolean isOfSavedList(HttpServletRequest request, Map.Entry<String, JsonNode> expression) {
    return isSavedList(request)
        && expression.getKey().startsWith(QUERY)
        && (expression.getValue().isNull()
            || expression.getValue().isTextual() && ListExpressions.isKnown(expression.getValue().textValue()));
  }
}
