package org.jobline.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** How calls are refused, with the types of problem there are. */
enum Refusal {
  BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request can't be read",
      "malformed-address", "malformed-json", "malformed-body", "invalid-idempotency-key", "bad-request"),
  NOT_LOGGED_IN(HttpStatus.UNAUTHORIZED, "Not logged in", "not-logged-in"),
  NOT_PERMITTED(HttpStatus.FORBIDDEN, "None of the user's groups is allowed to do this", "not-permitted"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "Something it names doesn't exist", "not-found"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "There is no answer of the type asked for", "not-acceptable"),
  CONFLICT(HttpStatus.CONFLICT, "It conflicts with the current state",
      "action-not-offered", "awaiting-authorisation", "changed-meanwhile", "possible-duplicate", "already-taken",
      "suspended", "diagram-fault", "conflict", "not-stuck", "nothing-to-take", "already-in-force", "unknown-version",
      "not-deployable"),
  OVERTAKEN(HttpStatus.PRECONDITION_FAILED, "It would overwrite a change made since the ETag",
      "changed-meanwhile"),
  TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "The body is too large", "too-large"),
  UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of an unsupported type",
      "unsupported-media-type"),
  INVALID(HttpStatus.UNPROCESSABLE_ENTITY, "Something in it is invalid",
      "invalid-fields", "invalid-reference-data", "idempotency-key-reused"),
  TOO_MANY_FAILURES(HttpStatus.TOO_MANY_REQUESTS, "Too many failed logins from the client's address",
      "too-many-failed-logins"),
  FAILED(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on the server", "internal-error"),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE,
      "The database isn't answering; it is not known whether this was done", "database-unavailable");

  private final HttpStatus status;
  private final String words;
  private final List<String> types;

  Refusal(HttpStatus status, String words, String... types) {
    this.status = status;
    this.words = words;
    this.types = List.of(types);
  }

  String code() {
    return String.valueOf(status.value());
  }

  /** Under which the description keeps it. */
  String component() {
    return status.getReasonPhrase().replace(" ", "");
  }

  ApiResponse answer() {
    ApiResponse answer = new ApiResponse()
        .description(words + ": " + String.join(", ", types) + ".")
        .content(new Content().addMediaType(MediaType.APPLICATION_PROBLEM_JSON_VALUE,
            new io.swagger.v3.oas.models.media.MediaType().schema(new Schema<>().$ref("Problem"))));
    if (this == NOT_LOGGED_IN) {
      answer.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE,
          new Header().description("how to log in").schema(new StringSchema()));
    } else if (this == TOO_MANY_FAILURES) {
      answer.addHeaderObject(HttpHeaders.RETRY_AFTER,
          new Header().description("in seconds").schema(new IntegerSchema()));
    }
    return answer;
  }

  /** Whether a call of this kind can be refused so. */
  boolean canBeFor(PathItem.HttpMethod method, Operation operation) {
    List<Parameter> parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
    return switch (this) {
      case NOT_FOUND -> parameters.stream().anyMatch(Refusal::namesSomething);
      case NOT_ACCEPTABLE -> operation.getResponses().values().stream().anyMatch(answer -> answer.getContent() != null);
      case CONFLICT -> method != PathItem.HttpMethod.GET;
      case OVERTAKEN -> parameters.stream().anyMatch(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()));
      case TOO_LARGE, UNSUPPORTED -> operation.getRequestBody() != null;
      case INVALID -> !parameters.isEmpty() || operation.getRequestBody() != null;
      default -> true;
    };
  }

  /** In the path, or an order. */
  private static boolean namesSomething(Parameter parameter) {
    Schema<?> schema = parameter.getSchema();
    return "path".equals(parameter.getIn())
        || schema != null && DescribedTypes.isOrderNumber(schema.getItems() == null ? schema : schema.getItems());
  }
}
