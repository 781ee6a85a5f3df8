package org.jobline.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jobline.platform.security.ProviderConfiguration.Claims;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * Keeps a user in the engine's directory for everybody the provider has vouched for, so that he can be found, assigned
 * and shown by name there. His groups are those the provider named when he last logged in.
 */
@Component
@Profile("oidc")
class ProviderUsers {

  /** As {@code general-resource-whitelist-pattern} in the configuration wants it. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.@-]{0,63}");

  private final IdentityService identity;
  private final ClusterLock oneAtATime;
  private final Claims claims;

  ProviderUsers(IdentityService identity, ClusterLock oneAtATime, Claims claims) {
    this.identity = identity;
    this.oneAtATime = oneAtATime;
    this.claims = claims;
  }

  /**
   * Whoever calls with a token has the groups of the token, for this one call.
   *
   * @throws UnknownUserException when the provider names no user, or none of our groups
   */
  AbstractAuthenticationToken bearer(Jwt token) {
    String name = nameIn(token);
    List<String> groups = groupsIn(token);
    if (find(name) == null) {
      oneAtATime.run(() -> keep(name, token));
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        name, null, AuthorityUtils.createAuthorityList(groups));
  }

  /**
   * Whoever logs in is from now on in the groups the provider names, and in no other.
   *
   * @return his name here
   * @throws UnknownUserException when the provider names no user, or none of our groups
   */
  String signOn(ClaimAccessor person) {
    String name = nameIn(person);
    List<String> groups = groupsIn(person);
    oneAtATime.run(() -> {
      keep(name, person);
      isInExactly(name, Set.copyOf(groups));
    });
    return name;
  }

  private String nameIn(ClaimAccessor person) {
    String name = person.getClaimAsString(claims.user());
    if (name == null || !NAME.matcher(name).matches() || name.equals(ExternalAdministrators.NAME)) {
      throw new UnknownUserException("The claim " + claims.user()
          + " must be a name of letters, digits, or _ . @ -, at most 64, and is "
          + name + ".");
    }
    return name;
  }

  private List<String> groupsIn(ClaimAccessor person) {
    Collection<String> named = person.getClaimAsStringList(claims.groups());
    List<String> groups = Groups.namedIn(named == null ? List.of() : named);
    if (groups.isEmpty()) {
      throw new UnknownUserException("The claim " + claims.groups()
          + " names none of Jobline's groups: helpdesk, finance, manager, "
          + "process-owner, admin.");
    }
    return groups;
  }

  private User find(String name) {
    return identity.createUserQuery().userId(name).singleResult();
  }

  private void keep(String name, ClaimAccessor person) {
    User user = find(name);
    if (user == null) {
      user = identity.newUser(name);
      user.setPassword(NewUsers.unknownPassword());
    }
    user.setFirstName(person.getClaimAsString("given_name"));
    user.setLastName(person.getClaimAsString("family_name"));
    user.setEmail(person.getClaimAsString("email"));
    identity.saveUser(user);
  }

  private void isInExactly(String name, Set<String> groups) {
    List<String> before = identity.createGroupQuery().groupMember(name).list().stream().map(Group::getId).toList();
    before.stream().filter(group -> !groups.contains(group))
        .forEach(group -> identity.deleteMembership(name, group));
    groups.stream().filter(group -> !before.contains(group))
        .forEach(group -> identity.createMembership(name, group));
  }
}
