package org.jobline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jobline.fixture.ServedDemoTest;
import org.jobline.platform.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** A typed client is generated from what the running application says of its API, and works. */
@ServedDemoTest
class GeneratedClientTest {

  /** Maven puts it there before it runs tests. */
  private static final Path GENERATOR = Path.of("target/client-generator/openapi-generator-cli.jar");
  private static final String WALK = "GeneratedClientWalk";

  @LocalServerPort int port;
  @TempDir Path folder;

  @Test
  void a_generated_client_logs_an_order_acts_on_it_reads_it_and_understands_refusals() throws Exception {
    Path description = Files.writeString(folder.resolve("api-docs.json"),
        new Browser(port).as("agent").get("/v3/api-docs").body());
    Path sources = generate(description);
    Files.write(sources.resolve(WALK + ".java"),
        new ClassPathResource("api/" + WALK + ".java").getContentAsByteArray());
    try (URLClassLoader client = new URLClassLoader(
        new URL[] {compile(sources).toUri().toURL()}, getClass().getClassLoader())) {
      walk(client).accept("http://localhost:" + port);
    }
  }

  private Path generate(Path description) throws IOException, InterruptedException {
    assertThat(GENERATOR).as("made by mvn generate-test-resources").exists();
    Path log = folder.resolve("generator.log");
    Process generator = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar",
        GENERATOR.toString(), "generate",
        "--input-spec", description.toString(), "--output", folder.resolve("client").toString(),
        "--generator-name", "java", "--library", "restclient",
        "--global-property", "apiDocs=false,modelDocs=false,apiTests=false,modelTests=false",
        "--additional-properties", "invokerPackage=org.jobline.client,apiPackage=org.jobline.client.api,"
            + "modelPackage=org.jobline.client.model,useJakartaEe=true,openApiNullable=false")
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = generator.waitFor(3, TimeUnit.MINUTES);
    generator.destroyForcibly();
    assertThat(ended && generator.exitValue() == 0).as(Files.readString(log)).isTrue();
    return folder.resolve("client/src/main/java");
  }

  private Path compile(Path sources) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter words = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> all = Files.walk(sources)) {
      List<Path> java = all.filter(path -> path.toString().endsWith(".java")).toList();
      boolean compiled = compiler.getTask(words, files, null,
          List.of("-d", classes.toString(), "-proc:none", "-nowarn",
              "-classpath", System.getProperty("java.class.path")),
          null, files.getJavaFileObjectsFromPaths(java)).call();
      assertThat(compiled).as(words.toString()).isTrue();
    }
    return classes;
  }

  @SuppressWarnings("unchecked")
  private static Consumer<String> walk(ClassLoader client) throws ReflectiveOperationException {
    return (Consumer<String>) client.loadClass(WALK).getConstructor().newInstance();
  }
}
