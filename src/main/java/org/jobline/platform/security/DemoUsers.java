package org.jobline.platform.security;

import java.util.List;
import org.jobline.platform.security.NewUsers.NewUser;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** People to try Jobline with, whose passwords are their names. Never without the demo profile. */
@Component
@Profile("demo & !oidc")
@Order(InitialGroups.ORDER + 1)
class DemoUsers implements ApplicationRunner {

  private static final List<NewUser> USERS = List.of(
      user("agent", "Amy", "Agent", Groups.HELPDESK),
      user("agent2", "Ben", "Agent", Groups.HELPDESK),
      user("finance", "Fiona", "Finance", Groups.FINANCE),
      user("manager", "Mark", "Manager", Groups.MANAGER),
      user("owner", "Olive", "Owner", Groups.PROCESS_OWNER),
      user("admin", "Adam", "Admin", Groups.ADMIN, Groups.ENGINE_ADMIN));

  private final NewUsers users;
  private final ClusterLock oneAtATime;

  DemoUsers(NewUsers users, ClusterLock oneAtATime) {
    this.users = users;
    this.oneAtATime = oneAtATime;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    oneAtATime.run(() -> USERS.stream().filter(user -> !users.exist(user.id())).forEach(users::add));
  }

  private static NewUser user(String id, String firstName, String lastName, String... groups) {
    return new NewUser(id, firstName, lastName, id + "@jobline.example", id, List.of(groups));
  }
}
