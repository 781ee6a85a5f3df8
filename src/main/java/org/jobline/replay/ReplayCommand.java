package org.jobline.replay;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The command {@code --replay=<file.xes[.gz]>}, with {@code --replay.clients=<number>} and {@code --replay.mail}. The
 * application ends when it is done; with an error when the chain of events does not hold.
 */
@Component
@ConditionalOnProperty(ReplayCommand.PROPERTY)
@Order(Ordered.LOWEST_PRECEDENCE)
class ReplayCommand implements ApplicationRunner {

  static final String PROPERTY = "replay";

  private final Replay replay;
  private final Path file;
  private final int clients;
  private final boolean mail;

  ReplayCommand(
      Replay replay,
      @Value("${replay}") Path file,
      @Value("${replay.clients:4}") int clients,
      // given without a value it is an empty text
      @Value("${replay.mail:false}") String mail) {
    if (clients < 1 || clients > 64) {
      throw new IllegalArgumentException("--replay.clients must be from 1 to 64, not " + clients);
    }
    this.replay = replay;
    this.file = file;
    this.clients = clients;
    this.mail = !mail.equals("false");
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!replay.run(file, clients, mail, System.out)) {
      throw new IllegalStateException("The chain of events is broken; see the summary");
    }
  }

  @EventListener
  void end(ApplicationReadyEvent ready) {
    SpringApplication.exit(ready.getApplicationContext());
  }
}
