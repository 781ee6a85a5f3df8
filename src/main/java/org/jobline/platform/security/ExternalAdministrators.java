package org.jobline.platform.security;

import java.util.List;
import org.jobline.platform.security.NewUsers.NewUser;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Until somebody is an administrator, the engine's web applications lead everybody to the page that makes him one. Here
 * the login provider says who is, when he first comes. This entry stands for it until then; nobody logs in by it.
 */
@Component
@Profile("oidc")
@Order(InitialGroups.ORDER + 1)
class ExternalAdministrators implements ApplicationRunner {

  static final String NAME = "login-provider";

  private final NewUsers users;
  private final ClusterLock oneAtATime;

  ExternalAdministrators(NewUsers users, ClusterLock oneAtATime) {
    this.users = users;
    this.oneAtATime = oneAtATime;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    oneAtATime.run(() -> {
      if (!users.exist(NAME)) {
        users.add(new NewUser(NAME, "Login", "provider", null, NewUsers.unknownPassword(),
            List.of(Groups.ENGINE_ADMIN)));
      }
    });
  }
}
