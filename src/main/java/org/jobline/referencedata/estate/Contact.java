package org.jobline.referencedata.estate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody at a site who is told what happens there. */
public record Contact(
    String site, Role role, String name, @Nullable String email, @Nullable String phone, String language) {

  /** What a contact is told about. */
  public enum Role {
    /** The work in the building. */
    BUILDING,
    /** Planned maintenance. */
    PPM,
    /** Breached targets. */
    ESCALATION
  }

  /** Empty: nothing can be mailed to him, which is no error. */
  public Optional<String> address() {
    return Optional.ofNullable(email);
  }
}
