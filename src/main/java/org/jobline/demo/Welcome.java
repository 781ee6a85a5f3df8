package org.jobline.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells somebody who tries Jobline where to look and as whom. */
@Component
@Profile("demo")
class Welcome {

  private static final Logger log = LoggerFactory.getLogger(Welcome.class);

  private final String directory;

  Welcome(@Value("${jobline.embedded-database.directory:data}") String directory) {
    this.directory = directory;
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

            The password of each demo user is the user's name. The data is kept in the folder "{}".
          """, address, address, address, address, directory);
    }
  }
}
