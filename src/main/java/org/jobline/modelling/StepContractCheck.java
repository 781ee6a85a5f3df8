package org.jobline.modelling;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jobline.modelling.FieldRead.Need;
import org.jobline.modelling.FormContent.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * The form that is completed has what the steps and the questions after it read. Without it an agent could fill in
 * anything, and the order would stay where it is.
 */
@Component
class StepContractCheck implements ModelCheck {

  private static final Pattern OF_THE_FORM =
      Pattern.compile("form\\.(\\w+)(?:\\s*(?:==|eq|!=|ne)\\s*(?:'([^']*)'|\"([^\"]*)\"))?");

  private static final Function<Sheet, Map<Piece, String>> STEPS = StepContractCheck::steps;
  /** More than all our forms together, so that only what a deployment changes has to be worked out. */
  private static final int ANSWERS = 5_000;

  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
  private final ConcurrentLruCache<Hiding, Boolean> hidings = new ConcurrentLruCache<>(ANSWERS, this::isSo);

  /** Who reads forms: a step or a question. */
  private record Reader(FlowSheet sheet, Piece piece) {

    private String title() {
      return "'" + piece.title() + "' (" + piece.id() + " in " + sheet.resource() + ")";
    }
  }

  /** A form, and where what is wrong with it is to be told. */
  private record Form(String key, Map<String, Field> fields, Optional<String> deployedAs) {}

  /**
   * Whether a field is hidden: many steps ask the same of a form.
   *
   * @param expression in FEEL
   * @param fields all keys of the form
   * @param when what some of them are; all others are blank
   */
  private record Hiding(String expression, Set<String> fields, Map<String, Object> when) {}

  @Override
  public List<Problem> check(ModelFiles files) {
    Map<String, FlowSheet> sheets = files.flowSheets();
    FormsInHand inHand = new FormsInHand(sheets);
    Map<String, Optional<Form>> forms = new HashMap<>();
    Set<Problem> problems = new LinkedHashSet<>();
    sheets.values().forEach(sheet -> sheet.pieces().forEach(piece -> {
      List<Form> here = inHand.at(piece).stream()
          .flatMap(key -> forms.computeIfAbsent(key, any -> form(key, files)).stream()).toList();
      Optional.ofNullable(sheet.file().once(STEPS).get(piece)).ifPresent(step -> {
        Reader reader = new Reader(sheet, piece);
        StepContract.of(step).forEach(read -> {
          here.forEach(form -> check(read, form, reader, problems));
          if (here.isEmpty()) {
            nothingInHand(read, reader, problems);
          }
        });
      });
      piece.outgoing().stream().filter(flow -> flow.condition() != null)
          .forEach(flow -> question(flow, here, new Reader(sheet, piece), problems));
    }));
    files.contents().keySet().stream().filter(resource -> resource.endsWith(DefinitionFile.FORM)).forEach(resource -> {
      String key = resource.replaceAll(".*/|[.]form$", "");
      form(key, files).ifPresent(form -> StepContract.filledInByTheApplication(key).forEach(read ->
          missing(read, form, "the application fills in itself").ifPresent(problems::add)));
    });
    return List.copyOf(problems);
  }

  private static Optional<Form> form(String key, ModelFiles files) {
    return files.form(key).flatMap(FormContent::fields).map(fields ->
        new Form(key, fields, files.formsOf(key).stream().findFirst()));
  }

  /** What the service tasks of a sheet name. */
  private static Map<Piece, String> steps(Sheet file) {
    Map<Piece, String> steps = new HashMap<>();
    file.flow().pieces().forEach(piece -> {
      if (piece.id() != null && file.model().getModelElementById(piece.id()) instanceof ServiceTask task) {
        Delegates.of(task).ifPresent(step -> steps.put(piece, step));
      }
    });
    return steps;
  }

  private void check(FieldRead read, Form form, Reader reader, Set<Problem> problems) {
    if (!isEverSo(read, form)) {
      return;
    }
    Field field = form.fields().get(read.field());
    if (field == null) {
      if (read.need() != Need.MAY) {
        add(form, reader, null, read.field(), "The form " + form.key() + " has no field \"" + read.field()
            + "\", which " + reader.title() + " reads.", problems);
      }
      return;
    }
    Stream.of(
        fits(field, read) ? null : Map.entry("type",
            "it is " + words(field.kind()) + "; it must be " + words(read.kind())),
        read.need() != Need.FILLED_IN || field.isRequired() ? null : Map.entry("required",
            "it must be required, because it can't be left blank"),
        read.need() == Need.MAY || !isHidden(field, form, read) ? null : Map.entry("hide",
            "it must not be hidden" + (read.when().isEmpty() ? "" : " when " + words(read.when()))),
        read.lists().isEmpty() || field.list().filter(read.lists()::contains).isPresent() ? null
            : Map.entry("valuesKey", "it must be chosen from the list " + String.join(" or ", read.lists())),
        read.columns().isEmpty() || read.columns().equals(field.columns()) ? null : Map.entry("rows",
            "its columns that can be filled in must be, in this order: " + String.join(", ", read.columns())),
        understands(read, field) ? null : Map.entry("values",
            "it must offer only \"" + String.join("\", \"", read.values()) + "\""))
        .filter(Objects::nonNull)
        .forEach(wrong -> add(form, reader, read.field(), wrong.getKey(), "The field \"" + read.field()
            + "\" of the form " + form.key() + " is read by " + reader.title() + ": " + wrong.getValue() + ".",
            problems));
  }

  /** Who reads several files can read one. */
  private static boolean fits(Field field, FieldRead read) {
    return field.kind() == read.kind() || read.kind() == FieldRead.Kind.FILES && field.kind() == FieldRead.Kind.TEXT;
  }

  /** Whether the form can be filled in so that the field is read. */
  private static boolean isEverSo(FieldRead read, Form form) {
    return read.when().entrySet().stream().allMatch(other -> {
      Field field = form.fields().get(other.getKey());
      return field == null || field.values().isEmpty() || field.values().contains(String.valueOf(other.getValue()));
    });
  }

  private static boolean understands(FieldRead read, Field field) {
    return read.values().isEmpty() || field.list().isPresent()
        || !field.values().isEmpty() && read.values().containsAll(field.values());
  }

  private boolean isHidden(Field field, Form form, FieldRead read) {
    return field.hiddenIf()
        .filter(hide -> hidings.get(new Hiding(hide, form.fields().keySet(), read.when())))
        .isPresent();
  }

  private boolean isSo(Hiding asked) {
    Map<String, Object> values = new HashMap<>();
    asked.fields().forEach(key -> values.put(key, null));
    values.putAll(asked.when());
    EvaluationResult result = feel.evaluateExpression(asked.expression(), values);
    return result.isSuccess() && Boolean.TRUE.equals(result.result());
  }

  /** What a question asks for is a field of one of the forms at least, and what it compares it with can be chosen. */
  private static void question(Flow flow, List<Form> forms, Reader reader, Set<Problem> problems) {
    Matcher asked = OF_THE_FORM.matcher(flow.condition());
    while (asked.find()) {
      String key = asked.group(1);
      String value = asked.group(2) == null ? asked.group(3) : asked.group(2);
      List<Form> having = forms.stream().filter(form -> form.fields().containsKey(key)).toList();
      if (having.isEmpty()) {
        String which = forms.stream().map(Form::key).collect(Collectors.joining(", "));
        String message = reader.title() + " asks for the field \"" + key + "\" (" + flow.id() + "), but "
            + (forms.isEmpty() ? "no form is completed before it." : "no form before it has one: " + which + ".");
        tell(forms, reader, null, key, flow.id(), message, problems);
      } else if (value != null && having.stream().map(form -> form.fields().get(key))
          .noneMatch(field -> canBe(field, value))) {
        tell(having, reader, key, "values", flow.id(), reader.title() + " asks whether \"" + key + "\" is \"" + value
            + "\" (" + flow.id() + "), which cannot be chosen in the form "
            + having.stream().map(Form::key).collect(Collectors.joining(", ")) + ": it offers \""
            + having.stream().map(form -> form.fields().get(key)).flatMap(field -> field.values().stream())
                .collect(Collectors.joining("\", \"")) + "\".", problems);
      }
    }
  }

  private static boolean canBe(Field field, String value) {
    return field.values().isEmpty() || field.values().contains(value);
  }

  private static void tell(
      List<Form> forms, Reader reader, @Nullable String field, String property, String flow, String message,
      Set<Problem> problems) {
    if (reader.sheet().isDeployed()) {
      problems.add(Problem.at(reader.sheet().resource(), flow, "conditionExpression", message));
    } else {
      forms.stream().flatMap(form -> form.deployedAs().stream())
          .forEach(resource -> problems.add(Problem.at(resource, field, property, message)));
    }
  }

  private static void add(
      Form form, Reader reader, @Nullable String field, String property, String message, Set<Problem> problems) {
    if (form.deployedAs().isPresent()) {
      problems.add(Problem.at(form.deployedAs().get(), field, property, message));
    } else if (reader.sheet().isDeployed()) {
      problems.add(Problem.at(reader.sheet().resource(), reader.piece().id(), "delegateExpression", message));
    }
  }

  private static void nothingInHand(FieldRead read, Reader reader, Set<Problem> problems) {
    if (read.need() == Need.FILLED_IN && reader.sheet().isDeployed()) {
      problems.add(Problem.at(reader.sheet().resource(), reader.piece().id(), "delegateExpression",
          reader.title() + " reads the field \"" + read.field() + "\", but no form is completed before it."));
    }
  }

  private static Optional<Problem> missing(FieldRead read, Form form, String why) {
    Field field = form.fields().get(read.field());
    return field != null && field.kind() == read.kind() && field.hiddenIf().isEmpty() ? Optional.empty()
        : form.deployedAs().map(resource -> Problem.at(resource, field == null ? null : read.field(), read.field(),
            "The form " + form.key() + " needs a field \"" + read.field() + "\" (" + words(read.kind())
                + "), which " + why + "."));
  }

  private static String words(Map<String, Object> values) {
    return values.entrySet().stream().map(value -> "\"" + value.getKey() + "\" is \"" + value.getValue() + "\"")
        .collect(Collectors.joining(" and "));
  }

  private static String words(FieldRead.Kind kind) {
    return switch (kind) {
      case TEXT -> "a text or one choice";
      case NUMBER -> "a number";
      case TICK -> "a tick box";
      case DATE -> "a date";
      case INSTANT -> "a date with time";
      case LIST -> "a choice of several";
      case FILES -> "several files";
    };
  }
}
