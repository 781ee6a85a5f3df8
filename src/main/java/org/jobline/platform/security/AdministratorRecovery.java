package org.jobline.platform.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.jobline.platform.security.NewUsers.NewUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The way back in for whoever runs the server, when no administrator can log in any more: a start with a name and a
 * password makes that user an administrator with that password, unlocked, and ends his sessions (docs/operations.md).
 */
@Component
@Profile("!oidc")
@Order(InitialGroups.ORDER + 2)
class AdministratorRecovery implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(AdministratorRecovery.class);

  private final AdminSettings.Login admin;
  private final IdentityService identity;
  private final NewUsers users;
  private final LoginSessions sessions;
  private final ClusterLock oneAtATime;

  AdministratorRecovery(
      AdminSettings settings, IdentityService identity, NewUsers users, LoginSessions sessions,
      ClusterLock oneAtATime) {
    this.admin = settings.recoverAdmin();
    this.identity = identity;
    this.users = users;
    this.sessions = sessions;
    this.oneAtATime = oneAtATime;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (admin.isGiven()) {
      oneAtATime.run(this::recover);
    }
  }

  private void recover() {
    try {
      if (users.exist(admin.user())) {
        User user = identity.createUserQuery().userId(admin.user()).singleResult();
        user.setPassword(admin.password());
        identity.saveUser(user);
        identity.unlockUser(admin.user());
        Groups.ADMINS.stream()
            .filter(group -> identity.createGroupQuery().groupMember(admin.user()).groupId(group).count() == 0)
            .forEach(group -> identity.createMembership(admin.user(), group));
      } else {
        users.add(new NewUser(admin.user(), admin.user(), "", null, admin.password(), Groups.ADMINS));
      }
    } catch (ProcessEngineException e) {
      // the others go on working; whoever starts the server reads why
      log.error("{} was not made an administrator again: the password breaks the password policy", admin.user(), e);
      return;
    }
    sessions.endAllOf(admin.user());
    log.warn("{} is an administrator again, with the password of jobline.recover-admin. Remove the setting and "
        + "restart, or every start sets that password", admin.user());
  }
}
