package org.jobline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.impl.BpmnParser;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.ModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read and refused as the engine's library does it by itself. */
class SchemasOnceTest {

  private static final Function<InputStream, ModelInstance> DIAGRAM_BY_ITSELF =
      new BpmnParser()::parseModelFromStream;
  private static final Function<InputStream, ModelInstance> TABLE_BY_ITSELF = new DmnParser()::parseModelFromStream;
  private static final String DIAGRAM = """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
        %s
      </definitions>""";
  private static final String TABLE = """
      <definitions xmlns="%s" id="d" name="d" namespace="t">
        <decision id="t" name="t"><decisionTable id="tt">%s</decisionTable></decision>
      </definitions>""";
  private static final String OUTPUT = "<output id=\"o\" typeRef=\"string\"/>";

  @BeforeEach
  void use() {
    SchemasOnce.use();
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> own = Files.walk(Path.of("processes"));
        Stream<Path> others = Files.walk(Path.of("src/test/resources/lifecycles"))) {
      return Stream.concat(own, others).filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*[.](bpmn|dmn)")).toList().stream();
    }
  }

  private static void assertReadAlike(
      byte[] file, Function<InputStream, ModelInstance> here, Function<InputStream, ModelInstance> byItself) {
    ModelInstance read = here.apply(new ByteArrayInputStream(file));
    ModelInstance expected = byItself.apply(new ByteArrayInputStream(file));
    assertThat(read.getDocument().getDomSource().getNode()
        .isEqualNode(expected.getDocument().getDomSource().getNode())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_is_read_alike_with_what_its_schema_adds(Path file) throws IOException {
    if (file.toString().endsWith(".dmn")) {
      assertReadAlike(Files.readAllBytes(file), Dmn::readModelFromStream, TABLE_BY_ITSELF);
    } else {
      assertReadAlike(Files.readAllBytes(file), Bpmn::readModelFromStream, DIAGRAM_BY_ITSELF);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/"})
  void a_table_of_any_version_is_read_and_refused_alike(String version) {
    assertReadAlike(bytes(TABLE.formatted(version, OUTPUT)), Dmn::readModelFromStream, TABLE_BY_ITSELF);
    assertRefusedAlike(TABLE.formatted(version, OUTPUT + "<rule id=\"r\"><rule/></rule>"),
        Dmn::readModelFromStream, TABLE_BY_ITSELF);
  }

  @Test
  void what_the_schema_adds_is_there() {
    String drawn = DIAGRAM.formatted("<process id=\"p\"><userTask id=\"u\"/></process>");
    assertThat(drawn).doesNotContain("startQuantity");
    assertThat(Bpmn.convertToString(Bpmn.readModelFromStream(new ByteArrayInputStream(bytes(drawn)))))
        .contains("startQuantity=\"1\"");
  }

  private static void assertRefusedAlike(
      String file, Function<InputStream, ModelInstance> here, Function<InputStream, ModelInstance> byItself) {
    Throwable refusal = catchThrowable(() -> here.apply(new ByteArrayInputStream(bytes(file))));
    Throwable expected = catchThrowable(() -> byItself.apply(new ByteArrayInputStream(bytes(file))));
    assertThat(expected).as(file).isInstanceOf(ModelException.class);
    assertThat(told(refusal)).isEqualTo(told(expected));
  }

  private static List<String> told(Throwable refusal) {
    return Stream.iterate(refusal, cause -> cause != null, Throwable::getCause).map(Throwable::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<process id=\"p\"><userTask id=\"p\"/></process>",
    "<process id=\"p\"><userTask id=\"u\" startQuantity=\"many\"/></process>",
    "<process id=\"p\"><userTusk id=\"u\"/></process>",
    "<process id=\"p\"><sequenceFlow id=\"s\" sourceRef=\"p\"/></process>",
    "<process id=\"p\"><sequenceFlow id=\"s\" sourceRef=\"p\" targetRef=\"nowhere\"/></process>",
    "<process id=\"p\" colour=\"red\"/>",
    "<process id=\"1\"/>",
    "<process id=\"p\">"})
  void a_wrong_diagram_is_refused_with_the_same_words(String content) {
    assertRefusedAlike(DIAGRAM.formatted(content), Bpmn::readModelFromStream, DIAGRAM_BY_ITSELF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no XML", "<definitions/>", "<!DOCTYPE d [<!ENTITY e SYSTEM \"pom.xml\">]><d>&e;</d>"})
  void what_is_no_diagram_and_no_table_is_refused_with_the_same_words(String file) {
    assertRefusedAlike(file, Bpmn::readModelFromStream, DIAGRAM_BY_ITSELF);
    assertRefusedAlike(file, Dmn::readModelFromStream, TABLE_BY_ITSELF);
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }
}
