package org.jobline.action;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who calls: the person behind the present request. */
@Component
public class CurrentAgent {

  /** @throws AuthenticationCredentialsNotFoundException outside a request, or when nobody has logged in */
  public Agent get() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
      throw new AuthenticationCredentialsNotFoundException("Nobody has logged in.");
    }
    Set<String> groups = login.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .collect(Collectors.toUnmodifiableSet());
    return new Agent(login.getName(), groups);
  }
}
