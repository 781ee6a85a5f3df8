package org.jobline.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Administrators whom the one who runs the server names in its settings (docs/operations.md).
 *
 * @param initialAdmin the first user of a new system
 * @param recoverAdmin who is let back in at this start
 */
@ConfigurationProperties("jobline")
record AdminSettings(@DefaultValue Login initialAdmin, @DefaultValue Login recoverAdmin) {

  /**
   * @param user empty: nobody
   * @param password as the password policy wants it
   */
  record Login(String user, String password) {

    boolean isGiven() {
      return user != null && !user.isBlank() && password != null && !password.isBlank();
    }

    @Override
    public String toString() {
      return user;
    }
  }
}
