package org.jobline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jobline.fixture.OwnEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The clients do what the demo's desk offers: measured is what is done, and nothing is refused. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ExtendWith(OwnEngine.class)
class ApiClientsTest {

  @LocalServerPort int port;

  @Test
  void each_number_of_clients_gets_its_line() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new ApiClients(new PrintStream(printed, true, StandardCharsets.UTF_8),
        "--url=http://localhost:" + port, "--clients=1,2", "--actions=10", "--warm-up=1").run();
    assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(line -> line.split(" ")[0]))
        .containsExactly("clients", "1", "2");
  }
}
