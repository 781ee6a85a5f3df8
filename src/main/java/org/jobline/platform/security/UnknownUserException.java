package org.jobline.platform.security;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** The provider knows somebody who has no business here. The message is for him. */
class UnknownUserException extends OAuth2AuthenticationException {

  UnknownUserException(String why) {
    super(new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED, why, null), why);
  }
}
