package org.jobline.platform.security;

import org.camunda.bpm.engine.ProcessEngineException;
import org.jobline.platform.security.NewUsers.NewUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The first user of a new system, who then adds the others. Only from the environment: there is no default. */
@Component
@Profile("!demo & !oidc")
@Order(InitialGroups.ORDER + 1)
class InitialAdmin implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(InitialAdmin.class);

  private final AdminSettings.Login admin;
  private final NewUsers users;
  private final ClusterLock oneAtATime;

  InitialAdmin(AdminSettings settings, NewUsers users, ClusterLock oneAtATime) {
    this.admin = settings.initialAdmin();
    this.users = users;
    this.oneAtATime = oneAtATime;
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
    if (!admin.isGiven()) {
      log.warn("Nobody can log in: there are no users. Set jobline.initial-admin.user and "
          + "jobline.initial-admin.password (JOBLINE_INITIAL_ADMIN_USER and JOBLINE_INITIAL_ADMIN_PASSWORD) and start again");
      return;
    }
    try {
      users.add(new NewUser(admin.user(), admin.user(), "", null, admin.password(), Groups.ADMINS));
    } catch (ProcessEngineException e) {
      throw new IllegalStateException("The first administrator cannot be added: the password must have at least ten "
          + "characters, including an upper-case and a lower-case letter, a digit and a special character, and must "
          + "not contain the user name", e);
    }
    log.info("Added the first administrator, {}", admin.user());
  }
}
