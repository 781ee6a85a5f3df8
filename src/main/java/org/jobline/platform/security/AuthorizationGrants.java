package org.jobline.platform.security;

import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's authorizations of groups. What is granted already is left alone; nothing is ever taken away. */
@Component
class AuthorizationGrants {

  private final AuthorizationService authorizations;

  AuthorizationGrants(@Lazy AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  void grant(String group, Resource resource, String id, Permission... permissions) {
    Authorization present = authorizations.createAuthorizationQuery()
        .authorizationType(Authorization.AUTH_TYPE_GRANT)
        .groupIdIn(group)
        .resourceType(resource)
        .resourceId(id)
        .singleResult();
    if (present != null && Arrays.stream(permissions).allMatch(present::isPermissionGranted)) {
      return;
    }
    Authorization grant = present == null ? newGrant(group, resource, id) : present;
    Arrays.stream(permissions).forEach(grant::addPermission);
    authorizations.saveAuthorization(grant);
  }

  void grantEverything(String group, Set<? extends Resource> resources) {
    resources.forEach(resource -> grant(group, resource, Authorization.ANY, Permissions.ALL));
  }

  private Authorization newGrant(String group, Resource resource, String id) {
    Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(id);
    return grant;
  }
}
