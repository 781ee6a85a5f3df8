package org.jobline.modelling;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Only diagrams, tables, forms and translations can be deployed, and they must be what their names say. */
@Component
class FileCheck implements ModelCheck {

  private static final Pattern NAME = Pattern.compile("([\\p{L}\\p{N}_. ()-]+/)*[\\p{L}\\p{N}_. ()-]+");

  @Override
  public List<Problem> check(ModelFiles files) {
    List<Problem> problems = new ArrayList<>();
    files.contents().forEach((resource, content) -> {
      if (!NAME.matcher(resource).matches()) {
        problems.add(Problem.of(resource,
            "File names can have only letters, digits, spaces and _ . - ( )."));
      } else if (isXml(resource)) {
        checkXml(resource, content, files, problems);
      } else if (!resource.endsWith(DefinitionFile.FORM) && !DefinitionFile.isTranslation(resource)) {
        problems.add(Problem.of(resource, "Only diagrams (.bpmn), decision tables (.dmn), forms (.form) and "
            + "translations (texts.de.json) can be deployed."));
      }
    });
    return problems;
  }

  static boolean isXml(String resource) {
    return resource.endsWith(DefinitionFile.DIAGRAM) || resource.endsWith(DefinitionFile.TABLE);
  }

  private static void checkXml(String resource, byte[] content, ModelFiles files, List<Problem> problems) {
    if (!files.documents().containsKey(resource)) {
      malformed(resource, content, problems);
      return;
    }
    List<Problem> unknown = Grammar.problems(resource, files.documents().get(resource));
    problems.addAll(unknown);
    if (unknown.isEmpty() && resource.endsWith(DefinitionFile.DIAGRAM) && !files.diagrams().containsKey(resource)) {
      noModel(resource, content, problems);
    }
  }

  private static void malformed(String resource, byte[] content, List<Problem> problems) {
    try {
      Xml.read(content);
    } catch (SAXException e) {
      String where = e instanceof SAXParseException at ? " in line " + at.getLineNumber() : "";
      problems.add(Problem.of(resource,
          "This isn't valid XML" + where + ": " + e.getMessage()));
    }
  }

  private static void noModel(String resource, byte[] content, List<Problem> problems) {
    try {
      Bpmn.readModelFromStream(new ByteArrayInputStream(content));
    } catch (ModelException e) {
      problems.add(Problem.of(resource, "This isn't a valid BPMN 2.0 diagram: " + cause(e)));
    }
  }

  private static @Nullable String cause(Exception e) {
    return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
  }
}
