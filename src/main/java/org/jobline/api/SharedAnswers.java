package org.jobline.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes what calls have in common by their kind: how they may be refused, and headers. */
@Component
class SharedAnswers implements OpenApiCustomizer, OperationCustomizer {

  private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
  private static final String IF_NONE_MATCH = "IfNoneMatch";
  private static final String NOT_MODIFIED = "NotModified";

  /** What is made with an address of its own is answered with that address. */
  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    ApiResponse created = operation.getResponses().get("201");
    if (created != null && handler.getReturnType().getParameterType() == ResponseEntity.class) {
      created.addHeaderObject(HttpHeaders.LOCATION, new Header().description("where it can be found").required(true)
          .schema(new StringSchema().format("uri-reference")));
    }
    return operation;
  }

  @Override
  public void customise(OpenAPI api) {
    Components components = api.getComponents();
    for (Refusal refusal : Refusal.values()) {
      components.addResponses(refusal.component(), refusal.answer());
    }
    components.addResponses(NOT_MODIFIED, new ApiResponse().description("It hasn't changed since this ETag."));
    components.addParameters(IDEMPOTENCY_KEY, header(IdempotencyFilter.HEADER,
        "A call repeated with the same key is not done twice and gets the same answer.")
        .schema(new StringSchema().pattern("^" + IdempotencyFilter.KEY + "$")));
    components.addParameters(IF_NONE_MATCH, header(HttpHeaders.IF_NONE_MATCH, "An ETag; 304 while it has not changed.")
        .schema(new StringSchema()));
    api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach(SharedAnswers::describe));
  }

  private static Parameter header(String name, String description) {
    return new Parameter().in("header").name(name).description(description);
  }

  private static void describe(PathItem.HttpMethod method, Operation operation) {
    if (method == PathItem.HttpMethod.POST) {
      operation.addParametersItem(new Parameter().$ref(IDEMPOTENCY_KEY));
    }
    ApiResponses answers = operation.getResponses();
    answers.forEach((status, answer) ->
        answer.setDescription(HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase()));
    if (method == PathItem.HttpMethod.GET
        && answers.values().stream().anyMatch(answer -> hasHeader(answer, HttpHeaders.ETAG))) {
      operation.addParametersItem(new Parameter().$ref(IF_NONE_MATCH));
      answers.addApiResponse("304", new ApiResponse().$ref(NOT_MODIFIED));
    }
    Stream.of(Refusal.values()).filter(refusal -> refusal.canBeFor(method, operation)).forEach(refusal ->
        answers.addApiResponse(refusal.code(), new ApiResponse().$ref(refusal.component())));
  }

  private static boolean hasHeader(ApiResponse answer, String name) {
    return answer.getHeaders() != null && answer.getHeaders().containsKey(name);
  }
}
