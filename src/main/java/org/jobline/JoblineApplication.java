package org.jobline;

import java.io.IOException;
import java.sql.SQLException;
import org.jobline.platform.persistence.BackupCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The helpdesk: engine, REST API and web applications in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class JoblineApplication {

  public static void main(String[] args) throws IOException, SQLException {
    if (!BackupCommand.run(args)) {
      SpringApplication.run(JoblineApplication.class, args);
    }
  }
}
