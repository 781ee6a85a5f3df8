package org.jobline.replay;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The command {@code --replay=<file.xes[.gz]>}, with {@code --replay.clients=<number>} and {@code --replay.mail}. The
 * application ends when it is done; with an error when something does not hold.
 */
@Component
@ConditionalOnProperty(ReplayCommand.PROPERTY)
class ReplayCommand {

  static final String PROPERTY = "replay";
  private static final int MAX_CLIENTS = 64;

  private final Replay replay;
  private final ApplicationContext application;
  private final Path file;
  private final int clients;
  private final boolean mail;

  ReplayCommand(
      Replay replay,
      ApplicationContext application,
      @Value("${replay}") String file,
      @Value("${replay.clients:4}") int clients,
      // given without a value it is an empty text
      @Value("${replay.mail:false}") String mail) {
    if (clients < 1 || clients > MAX_CLIENTS) {
      throw new IllegalArgumentException("--replay.clients must be from 1 to " + MAX_CLIENTS + ", not " + clients);
    }
    this.replay = replay;
    this.application = application;
    this.file = Path.of(file);
    this.clients = clients;
    this.mail = !mail.equals("false");
  }

  /** After everything that is done at the start: deployed diagrams, groups, rights. */
  @EventListener
  void run(AvailabilityChangeEvent<ReadinessState> availability) {
    if (availability.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
      return;
    }
    if (!replay.run(file, clients, mail, System.out)) {
      throw new IllegalStateException("Something does not hold; see the summary");
    }
    SpringApplication.exit(application);
  }
}
