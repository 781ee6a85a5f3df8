package org.jobline.platform.security;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds users with their groups. */
@Component
class NewUsers {

  private final IdentityService identity;

  NewUsers(IdentityService identity) {
    this.identity = identity;
  }

  boolean exist(String id) {
    return identity.createUserQuery().userId(id).count() > 0;
  }

  boolean existAtAll() {
    return identity.createUserQuery().count() > 0;
  }

  /** @throws org.camunda.bpm.engine.ProcessEngineException when the password policy refuses the password */
  void add(NewUser user) {
    User entry = identity.newUser(user.id());
    entry.setFirstName(user.firstName());
    entry.setLastName(user.lastName());
    entry.setEmail(user.email());
    entry.setPassword(user.password());
    identity.saveUser(entry);
    user.groups().forEach(group -> identity.createMembership(user.id(), group));
  }

  /** For somebody who does not log in by one; the password policy takes it. */
  static String unknownPassword() {
    return UUID.randomUUID() + "-Aa1";
  }

  /** Somebody who is to have a login. */
  record NewUser(
      String id, String firstName, String lastName, @Nullable String email, String password, List<String> groups) {

    @Override
    public String toString() {
      return id;
    }
  }
}
