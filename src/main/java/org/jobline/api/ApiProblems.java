package org.jobline.api;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jobline.action.ActionNotOffered;
import org.jobline.action.AwaitingAuthorisation;
import org.jobline.action.NotPermitted;
import org.jobline.intake.PossibleDuplicate;
import org.jobline.problem.ChangedMeanwhile;
import org.jobline.problem.FieldError;
import org.jobline.problem.InvalidFields;
import org.jobline.problem.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Errors as {@code application/problem+json} with a stable type (shared contract). */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

  @ExceptionHandler
  ProblemDetail notOffered(ActionNotOffered e) {
    ProblemDetail problem = problem(HttpStatus.CONFLICT, "action-not-offered", e.getMessage());
    problem.setProperty("orderStatus", e.status());
    problem.setProperty("offeredIn", e.offeredIn());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail awaitingAuthorisation(AwaitingAuthorisation e) {
    return problem(HttpStatus.CONFLICT, "awaiting-authorisation", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notPermitted(NotPermitted e) {
    return problem(HttpStatus.FORBIDDEN, "not-permitted", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFound e) {
    return problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
  }

  @ExceptionHandler({ChangedMeanwhile.class, OptimisticLockingException.class, ConcurrencyFailureException.class})
  ProblemDetail changedMeanwhile(Exception e) {
    String message = e instanceof ChangedMeanwhile ? e.getMessage() : new ChangedMeanwhile(e).getMessage();
    return problem(HttpStatus.CONFLICT, "changed-meanwhile", message);
  }

  @ExceptionHandler
  ProblemDetail duplicate(PossibleDuplicate e) {
    ProblemDetail problem = problem(HttpStatus.CONFLICT, "possible-duplicate", e.getMessage());
    problem.setProperty("candidates", e.candidates());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidFields e) {
    return invalid(e.errors());
  }

  /** The engine wraps what a step of a diagram throws; the client wants to know what it was. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrapped(ProcessEngineException e) throws Exception {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      ProblemDetail problem = cause instanceof PossibleDuplicate duplicate ? duplicate(duplicate)
          : cause instanceof InvalidFields invalid ? invalid(invalid)
          : cause instanceof ActionNotOffered notOffered ? notOffered(notOffered)
          : cause instanceof AwaitingAuthorisation waiting ? awaitingAuthorisation(waiting)
          : cause instanceof NotPermitted notPermitted ? notPermitted(notPermitted)
          : cause instanceof ChangedMeanwhile || cause instanceof ConcurrencyFailureException
              ? changedMeanwhile((Exception) cause)
          : null;
      if (problem != null) {
        return ResponseEntity.status(problem.getStatus()).body(problem);
      }
    }
    throw e;
  }

  /** A number, key or list that is none: say which part of the address it was. */
  @ExceptionHandler
  ProblemDetail mismatch(MethodArgumentTypeMismatchException e) {
    Throwable root = e.getMostSpecificCause();
    return invalid(List.of(new FieldError(e.getName(), root.getMessage())));
  }

  /** Security answers these in its own words. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void leaveToSecurity(RuntimeException e) {
    throw e;
  }

  @ExceptionHandler
  ProblemDetail unexpected(RuntimeException e) {
    log.error("A request failed", e);
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error",
        "Something failed on our side; nothing was changed. The log has the details.");
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "malformed-json",
        "The body must be a JSON object of the right form: " + firstLine(e.getMostSpecificCause().getMessage()));
    return ResponseEntity.badRequest().body(problem);
  }

  @Override
  protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).body(
        problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "[file] must have at most 25 MB."));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return ResponseEntity.unprocessableEntity().body(invalid(errors(e)));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return ResponseEntity.unprocessableEntity().body(missing(e.getParameterName()));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return ResponseEntity.unprocessableEntity().body(missing(e.getRequestPartName()));
  }

  private static ProblemDetail missing(String field) {
    return invalid(List.of(new FieldError(field, "must be given.")));
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    List<FieldError> errors = e.getParameterValidationResults().stream()
        .flatMap(result -> result.getResolvableErrors().stream()
            .map(error -> new FieldError(result.getMethodParameter().getParameterName(), error.getDefaultMessage() + ".")))
        .toList();
    return ResponseEntity.unprocessableEntity().body(invalid(errors));
  }

  /** What the framework refuses by itself gets a type of ours, named after its status. */
  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e, Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
    HttpStatus status = HttpStatus.valueOf(code.value());
    String detail = e instanceof ErrorResponse refusal ? refusal.getBody().getDetail() : null;
    ProblemDetail problem = problem(status, status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        detail == null ? status.getReasonPhrase() : detail);
    return super.handleExceptionInternal(e, problem, headers, code, request);
  }

  private static List<FieldError> errors(MethodArgumentNotValidException e) {
    return e.getBindingResult().getFieldErrors().stream()
        .map(error -> new FieldError(error.getField(), "\"" + error.getRejectedValue() + "\" is not possible here."))
        .toList();
  }

  private static ProblemDetail invalid(List<FieldError> errors) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-fields",
        String.join(" ", errors.stream().map(FieldError::toString).toList()));
    problem.setProperty("errors", errors);
    return problem;
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  static ProblemDetail problem(HttpStatus status, String type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("https://jobline.org/problems/" + type));
    problem.setTitle(type.replace('-', ' '));
    return problem;
  }
}
