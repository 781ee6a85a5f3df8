package org.jobline.security;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jobline.security.NewUsers.NewUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first user of a new system, who then adds the others. Only from the environment: there is no default. */
@Component
@Profile("!demo & !oidc")
@Order(GroupsAtStart.ORDER + 1)
class InitialAdmin implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(InitialAdmin.class);

  private final Settings settings;
  private final NewUsers users;
  private final OneAtATime oneAtATime;

  InitialAdmin(Settings settings, NewUsers users, OneAtATime oneAtATime) {
    this.settings = settings;
    this.users = users;
    this.oneAtATime = oneAtATime;
  }

  /**
   * @param user empty: nobody is added
   * @param password as the password policy wants it
   */
  @ConfigurationProperties("jobline.initial-admin")
  record Settings(String user, String password) {

    boolean areComplete() {
      return user != null && !user.isBlank() && password != null && !password.isBlank();
    }

    @Override
    public String toString() {
      return user;
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    oneAtATime.run(() -> {
      if (!users.existAtAll()) {
        add();
      }
    });
  }

  private void add() {
    if (!settings.areComplete()) {
      log.warn("Nobody can log in: there is no user. Set jobline.initial-admin.user and jobline.initial-admin.password "
          + "(JOBLINE_INITIAL_ADMIN_USER and JOBLINE_INITIAL_ADMIN_PASSWORD) and start again");
      return;
    }
    try {
      users.add(new NewUser(settings.user(), settings.user(), "", null, settings.password(), Groups.ADMINS));
    } catch (ProcessEngineException e) {
      throw new IllegalStateException("The first administrator cannot be added: his password must have at least ten "
          + "characters, among them a capital and a small letter, a digit and a special character, and must not "
          + "contain his name", e);
    }
    log.info("Added the first administrator, {}", settings.user());
  }
}
