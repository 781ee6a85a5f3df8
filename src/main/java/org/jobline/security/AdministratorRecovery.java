package org.jobline.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.jobline.security.NewUsers.NewUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The way back in for whoever runs the server, when no administrator can log in any more: a start with a name and a
 * password makes that user an administrator with that password, unlocked, and ends his sessions (docs/operations.md).
 */
@Component
@Profile("!oidc")
@Order(GroupsAtStart.ORDER + 2)
class AdministratorRecovery implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(AdministratorRecovery.class);

  private final Settings settings;
  private final IdentityService identity;
  private final NewUsers users;
  private final LoginSessions sessions;
  private final OneAtATime oneAtATime;

  AdministratorRecovery(
      Settings settings, IdentityService identity, NewUsers users, LoginSessions sessions, OneAtATime oneAtATime) {
    this.settings = settings;
    this.identity = identity;
    this.users = users;
    this.sessions = sessions;
    this.oneAtATime = oneAtATime;
  }

  /**
   * @param user empty: nobody is let back in
   * @param password as the password policy wants it
   */
  @ConfigurationProperties("jobline.recover-admin")
  record Settings(String user, String password) {

    boolean isAsked() {
      return user != null && !user.isBlank() && password != null && !password.isBlank();
    }

    @Override
    public String toString() {
      return user;
    }
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.isAsked()) {
      oneAtATime.run(this::recover);
    }
  }

  private void recover() {
    try {
      if (users.exist(settings.user())) {
        User user = identity.createUserQuery().userId(settings.user()).singleResult();
        user.setPassword(settings.password());
        identity.saveUser(user);
        identity.unlockUser(settings.user());
        Groups.ADMINS.stream()
            .filter(group -> identity.createGroupQuery().groupMember(settings.user()).groupId(group).count() == 0)
            .forEach(group -> identity.createMembership(settings.user(), group));
      } else {
        users.add(new NewUser(settings.user(), settings.user(), "", null, settings.password(), Groups.ADMINS));
      }
    } catch (ProcessEngineException e) {
      // the others go on working; whoever starts the server reads why
      log.error("{} was not let back in: the password policy refuses the password", settings.user(), e);
      return;
    }
    sessions.endAllOf(settings.user());
    log.warn("{} is an administrator again, with the password of jobline.recover-admin. Take the setting away and start "
        + "again, or each start sets that password", settings.user());
  }
}
