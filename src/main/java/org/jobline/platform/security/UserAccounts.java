package org.jobline.platform.security;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** The engine's directory of users, asked in our own right and not in that of whoever is logged in. */
@Component
class UserAccounts {

  private final IdentityService identity;

  UserAccounts(@Lazy IdentityService identity) {
    this.identity = identity;
  }

  /** A failed check locks the user for a growing time, as a failed login does. */
  boolean hasPassword(String user, String password) {
    identity.clearAuthentication();
    return identity.checkPassword(user, password);
  }

  List<String> groupsOf(String user) {
    identity.clearAuthentication();
    return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  /** Empty for somebody who has been removed, or from every group, since he logged in. */
  Optional<Authentication> login(String user) {
    List<String> groups = groupsOf(user);
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(new UsernamePasswordAuthenticationToken(user, null, AuthorityUtils.createAuthorityList(groups)));
  }
}
