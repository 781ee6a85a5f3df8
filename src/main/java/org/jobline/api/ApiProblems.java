package org.jobline.api;

import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jobline.action.ActionNotAvailableException;
import org.jobline.action.AwaitingAuthorisationException;
import org.jobline.action.DiagramFaultException;
import org.jobline.action.NotPermittedException;
import org.jobline.lifecycle.intake.PossibleDuplicateException;
import org.jobline.modelling.FileConflictException;
import org.jobline.order.OrderMark;
import org.jobline.platform.error.ChangedFieldsException;
import org.jobline.platform.error.ChangedMeanwhileException;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.platform.error.NotFoundException;
import org.jobline.platform.persistence.LostConnection;
import org.jobline.referencedata.InvalidReferenceDataException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Errors as {@code application/problem+json} with a stable type (shared contract). Not only for our controllers: no
 * controller has been found yet when a path, a method or a content type is the wrong one.
 */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {

  static final String NO_GROUP_OF_YOURS = "None of your groups is allowed to do this.";

  private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

  /** How the engine words that somebody else has ended what it was just looking at. */
  private static final Pattern ENDED = Pattern.compile("list of executions is empty");
  /** How the engine words that what it was asked for is not there. */
  private static final Pattern MISSING = Pattern.compile(
      "(?i)cannot find|couldn't find|no .* (?:found|defined)|does(?:n't| not) exist");

  @ExceptionHandler
  ProblemDetail notOffered(ActionNotAvailableException e) {
    ProblemDetail problem = problem(HttpStatus.CONFLICT, "action-not-offered", e.getMessage());
    problem.setProperty("orderStatus", e.status());
    problem.setProperty("offeredIn", e.offeredIn());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail awaitingAuthorisation(AwaitingAuthorisationException e) {
    ProblemDetail problem = problem(HttpStatus.CONFLICT, "awaiting-authorisation", e.getMessage());
    problem.setProperty("profile", e.lock().profile());
    problem.setProperty("level", e.lock().level());
    problem.setProperty("since", e.lock().since());
    problem.setProperty("subject", e.lock().subject());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail notPermitted(NotPermittedException e) {
    return problem(HttpStatus.FORBIDDEN, "not-permitted", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(NotFoundException e) {
    return problem(HttpStatus.NOT_FOUND, "not-found", e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail changedFields(ChangedFieldsException e) {
    ProblemDetail problem = problem(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", e.getMessage());
    problem.setProperty("changes", e.changes());
    problem.setProperty("errors", e.errors());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unknownMark(OrderMark.UnknownMarkException e) {
    return problem(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", e.getMessage());
  }

  @ExceptionHandler(
      {ChangedMeanwhileException.class, OptimisticLockingException.class, ConcurrencyFailureException.class})
  ProblemDetail changedMeanwhile(Exception e) {
    String message = e instanceof ChangedMeanwhileException
        ? e.getMessage() : new ChangedMeanwhileException(e).getMessage();
    return problem(HttpStatus.CONFLICT, "changed-meanwhile", message);
  }

  /** Of the engine's own refusals to read a diagram only that it is one concerns the client. */
  @ExceptionHandler({DiagramFaultException.class, ParseException.class})
  ProblemDetail diagramFault(Exception e) {
    return problem(HttpStatus.CONFLICT, "diagram-fault", e instanceof DiagramFaultException ? e.getMessage()
        : "The order's diagram can't be read. A process owner has to fix it.");
  }

  @ExceptionHandler
  ProblemDetail duplicate(PossibleDuplicateException e) {
    ProblemDetail problem = problem(HttpStatus.CONFLICT, "possible-duplicate", e.getMessage());
    problem.setProperty("candidates", e.candidates());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail fileConflict(FileConflictException e) {
    return problem(HttpStatus.CONFLICT, e.type(), e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail invalidReferenceData(InvalidReferenceDataException e) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-reference-data", e.getMessage());
    problem.setProperty("errors", e.errors());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidFieldsException e) {
    return invalid(e.errors());
  }

  /** The engine wraps what a step of a diagram throws; the client wants to know what it was. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrapped(ProcessEngineException e) {
    return known(e).map(problem -> ResponseEntity.status(problem.getStatus()).body(problem))
        .orElseGet(() -> ResponseEntity.internalServerError().body(unexpected(e)));
  }

  /** What a refusal was about, however deep it is wrapped; empty for what nobody has foreseen. */
  Optional<ProblemDetail> known(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(this::problemOf).filter(Objects::nonNull).findFirst();
  }

  private @Nullable ProblemDetail problemOf(Throwable cause) {
    return cause instanceof PossibleDuplicateException duplicate ? duplicate(duplicate)
        : cause instanceof InvalidFieldsException invalid ? invalid(invalid)
        : cause instanceof ActionNotAvailableException notOffered ? notOffered(notOffered)
        : cause instanceof AwaitingAuthorisationException waiting ? awaitingAuthorisation(waiting)
        : cause instanceof NotPermittedException notPermitted ? notPermitted(notPermitted)
        : cause instanceof NotFoundException notFound ? notFound(notFound)
        : cause instanceof ChangedFieldsException changed ? changedFields(changed)
        : cause instanceof DiagramFaultException || cause instanceof ParseException ? diagramFault((Exception) cause)
        : cause instanceof ChangedMeanwhileException || cause instanceof ConcurrencyFailureException
            || cause instanceof OptimisticLockingException ? changedMeanwhile((Exception) cause)
        : cause instanceof NullValueException ended && ENDED.matcher(ended.getMessage()).find()
            ? changedMeanwhile(ended)
        : cause instanceof AuthorizationException
            ? problem(HttpStatus.FORBIDDEN, "not-permitted", NO_GROUP_OF_YOURS)
        : cause instanceof TaskAlreadyClaimedException claimed
            ? problem(HttpStatus.CONFLICT, "already-taken",
                claimed.getTaskAssignee() + " has already claimed this task.")
        : cause instanceof SuspendedEntityInteractionException
            ? problem(HttpStatus.CONFLICT, "suspended",
                "An administrator has suspended this. Wait until it is resumed.")
        : cause instanceof ProcessEngineException missing && cause.getCause() == null
            && MISSING.matcher(String.valueOf(missing.getMessage())).find()
            ? notThere()
        : cause instanceof SQLException sql ? problemOf(sql)
        : null;
  }

  /** What the database does not take has been wrong before; the tables are none of the client's business. */
  private @Nullable ProblemDetail problemOf(SQLException e) {
    String kind = String.valueOf(e.getSQLState()).substring(0, 2);
    return switch (kind) {
      case "22" -> problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-fields",
          "A value is too long or contains characters that can't be stored.");
      case "23" -> problem(HttpStatus.CONFLICT, "conflict",
          "It already exists, it needs something that is missing, or something else still needs it.");
      case "40" -> changedMeanwhile(e);
      default -> null;
    };
  }

  /** A number, key or list that is none: say which part of the address it was. */
  @ExceptionHandler
  ProblemDetail mismatch(MethodArgumentTypeMismatchException e) {
    Throwable root = e.getMostSpecificCause();
    String message = Objects.requireNonNullElse(root.getMessage(), "can't be read.");
    return invalid(List.of(new FieldError(e.getName(), message)));
  }

  /** Refused before a controller has seen it. */
  @ExceptionHandler
  ProblemDetail multipart(MultipartException e) {
    return NestedExceptionUtils.getMostSpecificCause(e) instanceof InvalidFileNameException
        ? invalid(List.of(new FieldError("file", "The file name can't contain control characters.")))
        : problem(HttpStatus.BAD_REQUEST, "malformed-body", "The body must be complete multipart/form-data.");
  }

  /** Security answers these in its own words. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void leaveToSecurity(RuntimeException e) {
    throw e;
  }

  @ExceptionHandler
  ProblemDetail unexpected(RuntimeException e) {
    if (LostConnection.isCauseOf(e)) {
      log.warn("A request failed without the database: {}", e.getMessage());
      return problem(HttpStatus.SERVICE_UNAVAILABLE, "database-unavailable",
          "The database isn't answering, so we don't know whether this was done. Check before you send it again, or"
              + " send it again with the same Idempotency-Key.");
    }
    log.error("A request failed", e);
    return failed();
  }

  static ProblemDetail notThere() {
    return problem(HttpStatus.NOT_FOUND, "not-found", "Not found. It may have been deleted.");
  }

  static ProblemDetail failed() {
    return problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error",
        "Something went wrong on our side; nothing was changed. The log has the details.");
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (e.getCause() instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      String field = mismatch.getPath().stream().map(JsonMappingException.Reference::getFieldName)
          .filter(Objects::nonNull).collect(Collectors.joining("."));
      return unprocessable(List.of(new FieldError(field, expectation(mismatch))));
    }
    String where = e.getMostSpecificCause() instanceof StreamReadException broken && broken.getLocation() != null
        ? "; this one is not valid JSON at line " + broken.getLocation().getLineNr()
            + ", column " + broken.getLocation().getColumnNr()
        : "";
    return ResponseEntity.badRequest().body(
        problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body must be a JSON object" + where + "."));
  }

  /** Our own words: the parser's name Java classes, which are none of the client's business. */
  private static String expectation(MismatchedInputException mismatch) {
    Class<?> wanted = mismatch.getTargetType();
    return wanted != null && wanted.isEnum()
        ? "must be one of " + Stream.of(wanted.getEnumConstants()).map(String::valueOf)
            .collect(Collectors.joining(", ")) + "."
        : "has a value of the wrong type.";
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return unprocessable(List.of(new FieldError(e.getParameterName(), "is required.")));
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestPart(
      MissingServletRequestPartException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return unprocessable(List.of(new FieldError(e.getRequestPartName(), "is required.")));
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return unprocessable(e.getParameterValidationResults().stream()
        .flatMap(result -> result.getResolvableErrors().stream().map(error -> new FieldError(
            result.getMethodParameter().getParameterName(), error.getDefaultMessage() + ".")))
        .toList());
  }

  /** Whatever else Spring refuses has at least a type of its own, made of the status. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    HttpStatus known = HttpStatus.resolve(status.value());
    if (body instanceof ProblemDetail problem && known != null) {
      problem.setType(problem(known, known.name().toLowerCase(Locale.ROOT).replace('_', '-'), null).getType());
    }
    return super.createResponseEntity(body, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).body(
        problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "The file is too large: up to 25 MB allowed."));
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return unprocessable(errors(e));
  }

  private static List<FieldError> errors(MethodArgumentNotValidException e) {
    return e.getBindingResult().getFieldErrors().stream()
        .map(error -> new FieldError(error.getField(), error.isBindingFailure()
            ? "can't be \"" + error.getRejectedValue() + "\"."
            : error.getDefaultMessage() + "."))
        .toList();
  }

  private static ResponseEntity<Object> unprocessable(List<FieldError> errors) {
    return ResponseEntity.unprocessableEntity().body(invalid(errors));
  }

  private static ProblemDetail invalid(List<FieldError> errors) {
    ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-fields",
        String.join(" ", errors.stream().map(FieldError::toString).toList()));
    problem.setProperty("errors", errors);
    return problem;
  }

  static ProblemDetail problem(HttpStatus status, String type, @Nullable String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("https://jobline.org/problems/" + type));
    problem.setTitle(type.replace('-', ' '));
    return problem;
  }
}
