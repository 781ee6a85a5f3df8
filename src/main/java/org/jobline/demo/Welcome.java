package org.jobline.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Tells somebody who tries Jobline where to look and as whom. */
@Component
@Profile("demo")
class Welcome {

  private static final Logger log = LoggerFactory.getLogger(Welcome.class);

  private final String directory;
  private final String passwords;

  Welcome(@Value("${jobline.embedded-database.directory:data}") String directory, Environment environment) {
    this.directory = directory;
    this.passwords = environment.acceptsProfiles(Profiles.of("oidc"))
        ? "Users log in at the OpenID provider, which names their groups."
        : "The password of each demo user is the user's name.";
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext server) {
      String address = "http://localhost:" + server.getWebServer().getPort();
      log.info("""


            Jobline is ready.

            Tasklist   {}/camunda/app/tasklist/default/     agent, agent2 (helpdesk), finance
            Cockpit    {}/camunda/app/cockpit/default/      manager, owner (process owner)
            Admin      {}/camunda/app/admin/default/        admin
            REST API   {}/swagger-ui/index.html

            {} The data is kept in the folder "{}".
          """, address, address, address, address, passwords, directory);
    }
  }
}
