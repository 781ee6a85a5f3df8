package org.jobline.modelling;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings in what this application comes with. Whatever is wrong with it, the desk goes on with what is in force. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReleaseAtStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(ReleaseAtStart.class);

  private final ReleaseService releases;
  private final ReleaseReviewService choices;
  private final String version;

  ReleaseAtStart(ReleaseService releases, ReleaseReviewService choices, @Value("${jobline.version}") String version) {
    this.releases = releases;
    this.choices = choices;
    this.version = version;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    bring(Release.ofThisApplication(version));
  }

  void bring(Release release) {
    try {
      releases.bring(release);
      choices.announce();
    } catch (RuntimeException e) {
      log.error("The files of release {} were not deployed; what was in force stays in force",
          release.version(), e);
    }
  }
}
