package org.jobline.modelling;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.jobline.platform.engine.ExpressionText;
import org.jobline.platform.engine.NamedBeans;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Diagrams do what our delegates do, and read what our question beans answer, what the form says, and variables. */
@Component
class ExpressionCheck implements ModelCheck {

  private static final String DELEGATE = "delegateExpression";
  private static final String CONDITION = "conditionExpression";
  private static final String DATE = "timeDate";
  private static final String DURATION = "timeDuration";
  /** Where an expression may stand. */
  static final Set<String> ATTRIBUTES =
      Set.of(DELEGATE, "businessKey", "sourceExpression", "assignee", "candidateGroups");
  static final Set<String> TEXTS = Set.of(CONDITION, DATE, DURATION, "inputParameter");
  private static final String CYCLE = "timeCycle";
  private static final String RETRIES = "failedJobRetryTimeCycle";

  /** Texts in which an expression may not stand, but a time has to. */
  private static final Set<String> PLAIN_TIMES = Set.of(RETRIES, CYCLE);

  private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
  private static final String AGAIN = "R/";
  private static final Pattern LENGTH_OF_TIME =
      Pattern.compile("P(?=[0-9T])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?");

  private final NamedBeans beans;

  ExpressionCheck(NamedBeans beans) {
    this.beans = beans;
  }

  @Override
  public List<Problem> check(ModelFiles files) {
    Known known = Known.of(files);
    List<Problem> problems = new ArrayList<>();
    files.documents().forEach((resource, document) -> {
      if (resource.endsWith(DefinitionFile.DIAGRAM)) {
        walk(document.getDocumentElement(), resource, known, problems);
      }
    });
    return problems;
  }

  private void walk(Element element, String resource, Known known, List<Problem> problems) {
    if (element.getLocalName().equals("serviceTask")
        && !element.hasAttributeNS(BpmnModelConstants.CAMUNDA_NS, DELEGATE)) {
      check(element, DELEGATE, "", resource, known, problems);
    }
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (ATTRIBUTES.contains(attribute.getLocalName())) {
        check(element, attribute.getLocalName(), attribute.getValue(), resource, known, problems);
      }
    }
    if (TEXTS.contains(element.getLocalName()) || PLAIN_TIMES.contains(element.getLocalName())) {
      check(element, element.getLocalName(), element.getTextContent().strip(), resource, known, problems);
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        walk(inner, resource, known, problems);
      }
    }
  }

  private void check(
      Element element, String property, String value, String resource, Known known, List<Problem> problems) {
    try {
      switch (property) {
        case DELEGATE -> delegate(value);
        case CONDITION -> condition(value, known);
        case DATE -> date(value, known);
        case DURATION -> duration(value, known);
        case CYCLE -> require(value.startsWith(AGAIN) && LENGTH_OF_TIME.matcher(value.substring(AGAIN.length())).matches(),
            "\"" + value + "\" doesn't say how often it comes again. Write e.g. R/PT1M or R/P1D");
        case RETRIES -> Stream.of(value.split(",", -1)).map(String::strip).forEach(pause ->
            require(LENGTH_OF_TIME.matcher(pause).matches(),
                "\"" + value + "\" doesn't say when to retry. Write e.g. PT10S,PT1M,PT5M"));
        case "businessKey" -> require(value.equals(BUSINESS_KEY),
            "The order number must be passed on as " + BUSINESS_KEY);
        default -> value(value, known);
      }
    } catch (IllegalArgumentException e) {
      problems.add(Problem.at(resource, AllowedContent.idOf(element), property, e.getMessage() + "."));
    }
  }

  private void delegate(String value) {
    Matcher named = Delegates.NAMED.matcher(value);
    require(named.matches() && beans.delegates().contains(named.group(1)),
        "\"" + value + "\" isn't a known step. Choose one from the template Side effect: "
            + String.join(", ", beans.delegates()));
  }

  private void condition(String value, Known known) {
    ExpressionText expression = ExpressionText.read(value, true);
    check(expression, known);
    ExpressionText.Read only = expression.reads().isEmpty() ? null : expression.reads().get(0);
    require(expression.isTest() || only != null && (only.isCall() || only.name().equals(NamedBeans.FORM)),
        "\"" + value + "\" must be true or false, e.g. ${form.outcome == 'completed'}");
  }

  private void date(String value, Known known) {
    ExpressionText expression = ExpressionText.read(value, false);
    check(expression, known);
    ExpressionText.Read only = expression.reads().size() == 1 ? expression.reads().get(0) : null;
    require(!expression.isTest() && only != null && only.isCall() && only.member() != null
        && beans.answerOf(only.name(), only.member()).equals(Date.class),
        "\"" + value + "\" isn't a point in time. Use a question about one, e.g. ${order.recallUntil(execution)}");
  }

  private void duration(String value, Known known) {
    if (!ExpressionText.isPlain(value)) {
      check(ExpressionText.read(value, false), known);
    } else {
      require(LENGTH_OF_TIME.matcher(value).matches(),
          "\"" + value + "\" isn't a length of time. Write e.g. PT30M, PT4H or P30D");
    }
  }

  private void value(String value, Known known) {
    if (!ExpressionText.isPlain(value)) {
      check(ExpressionText.read(value, false), known);
    }
  }

  private void check(ExpressionText expression, Known known) {
    for (ExpressionText.Read read : expression.reads()) {
      if (read.name().equals(NamedBeans.FORM)) {
        require(read.member() != null && !read.isCall(), "Only fields of the form can be read, e.g. form.outcome");
        require(known.fields().contains(read.member()),
            "\"form." + read.member() + "\" isn't a field of any form. Fields: "
                + String.join(", ", known.fields()));
      } else if (beans.questions().contains(read.name())) {
        question(read, known);
      } else if (read.isCall() || read.member() != null) {
        require(false, "\"" + read.name() + "." + read.member() + "\" can't be read. You can ask "
            + String.join(", ", beans.questions()) + ", and read form fields as form.outcome");
      } else {
        require(known.variables().contains(read.name()),
            "\"" + read.name() + "\" isn't a known variable. Variables: "
                + String.join(", ", known.variables()));
      }
    }
  }

  private void question(ExpressionText.Read read, Known known) {
    String method = read.member();
    List<@Nullable String> arguments = read.arguments();
    if (method == null || arguments == null || !beans.methods(read.name(), arguments.size()).contains(method)) {
      throw new IllegalArgumentException("\"" + read.name() + (method == null ? "" : "." + method)
          + "\" isn't a known question. Allowed: " + String.join(", ", beans.questionsOf(read.name())));
    }
    require(!read.isTested() || beans.answerOf(read.name(), method).equals(boolean.class),
        "\"" + read.name() + "." + method + "\" isn't true or false. Compare it with something");
    if (read.name().equals("action")) {
      require(known.actions().containsAll(arguments),
          "\"" + arguments.get(0) + "\" isn't a known action. Actions: "
              + String.join(", ", known.actions()));
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
