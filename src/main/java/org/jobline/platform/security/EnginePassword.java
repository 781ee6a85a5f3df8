package org.jobline.platform.security;

import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Name and password of HTTP Basic are those of Tasklist. */
@Component
@Profile("!oidc")
class EnginePassword implements AuthenticationProvider {

  private static final int MAX_LENGTH = 200;

  private final UserAccounts accounts;

  EnginePassword(UserAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    String user = given.getName();
    String password = given.getCredentials() == null ? "" : given.getCredentials().toString();
    boolean wellFormed = !user.isBlank() && user.length() <= MAX_LENGTH && user.indexOf('\0') < 0
        && !password.isEmpty() && password.length() <= MAX_LENGTH;
    if (!wellFormed || !accounts.hasPassword(user, password)) {
      throw new BadCredentialsException("The user name or the password is wrong.");
    }
    return accounts.login(user).orElseThrow(() -> new BadCredentialsException("This user is in no group."));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
