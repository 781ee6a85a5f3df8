package org.jobline.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A file of decision tables holds tables in the language of tables (FEEL), nothing that could do something. */
@Component
class TableContentCheck implements ModelCheck {

  private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final String DRAWING = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
  private static final String EXTENSIONS = "http://camunda.org/schema/1.0/dmn";
  private static final Set<String> FEEL = Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

  private static final AllowedContent ALLOWED = new AllowedContent(
      Map.of(MODEL, "", EXTENSIONS, AllowedContent.CAMUNDA, DRAWING, "dmndi:"), "dmndi:DMNDI")
      .with("definitions", "id name namespace exporter exporterVersion expressionLanguage typeLanguage")
      .with("decision", "id name camunda:historyTimeToLive camunda:versionTag")
      .with("decisionTable", "id hitPolicy aggregation preferredOrientation outputLabel")
      .with("input", "id label")
      .with("inputExpression", "id typeRef expressionLanguage")
      .with("inputValues outputValues", "id expressionLanguage")
      .with("output", "id label name typeRef")
      .with("rule annotation", "id name")
      .with("inputEntry outputEntry", "id expressionLanguage")
      .with("description text annotationEntry", "")
      .with("textAnnotation", "id textFormat")
      .with("association", "id associationDirection")
      .with("sourceRef targetRef", "href");

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.documents().forEach((resource, document) -> {
      if (resource.endsWith(DefinitionFile.TABLE)) {
        problems.addAll(ALLOWED.check(resource, document));
        languages(document.getDocumentElement(), resource, problems);
      }
    });
    return problems;
  }

  private static void languages(Element element, String resource, List<Problem> problems) {
    String language = element.getAttribute("expressionLanguage");
    if (!language.isEmpty() && !FEEL.contains(language)) {
      problems.add(Problem.at(resource, AllowedContent.idOf(element), "expressionLanguage",
          "\"" + language + "\" isn't allowed. Write tables in FEEL."));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        languages(inner, resource, problems);
      }
    }
  }
}
