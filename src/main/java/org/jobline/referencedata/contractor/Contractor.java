package org.jobline.referencedata.contractor;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who repairs things: a contractor, or a team of the client's own.
 *
 * @param language the language tag it is written to in
 * @param internal whether it is a team of the client's own
 * @param automaticAssignment orders are sent to it as soon as they have a schedule
 * @param automaticAcceptance orders sent to it count as accepted
 * @param cisVerificationNumber null when it is not registered
 */
@Schema(name = "Resource")
public record Contractor(
    String code,
    String name,
    @Nullable String email,
    @Nullable String phone,
    String language,
    ZoneId timeZone,
    boolean internal,
    boolean automaticAssignment,
    boolean automaticAcceptance,
    Prequalification prequalification,
    CisStatus cisStatus,
    @Nullable String cisVerificationNumber,
    @Nullable LocalDate cisVerifiedOn) {

  public String label() {
    return code + " " + name;
  }

  /** Empty: nothing can be mailed to it, which is no error. */
  public Optional<String> address() {
    return Optional.ofNullable(email);
  }

  @JsonIgnore
  public boolean isRegisteredForCis() {
    return cisStatus != CisStatus.NOT_REGISTERED;
  }

  @JsonIgnore
  public boolean isRejected() {
    return prequalification == Prequalification.REJECTED;
  }
}
