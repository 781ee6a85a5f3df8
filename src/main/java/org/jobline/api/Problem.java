package org.jobline.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jobline.platform.error.ChangedFieldsException;
import org.jspecify.annotations.Nullable;

/** How refusals are described; each type has those of the components that it needs. */
@Schema(description = "Problem details (RFC 9457). Nothing was changed.")
record Problem(
    @Schema(description = "what kind of refusal it is, for programs",
        example = "https://jobline.org/problems/not-found")
    URI type,
    String title,
    @Schema(description = "the status of the answer") int status,
    @Schema(description = "what is wrong and what would be right, in words for people") String detail,
    @Nullable @Schema(description = "what was called") String instance,
    @Nullable @Schema(description = "invalid-fields, changed-meanwhile: what is wrong with which field;"
        + " invalid-reference-data: with which line of which file")
    List<Fault> errors,
    @Nullable @Schema(description = "changed-meanwhile: what someone else changed in the same fields")
    List<ChangedFieldsException.Change> changes,
    @Nullable @Schema(description = "possible-duplicate: numbers of the orders that may be the same")
    List<String> candidates,
    @Nullable @Schema(description = "action-not-offered: number and name of the order's status") String orderStatus,
    @Nullable @Schema(description = "action-not-offered: the statuses it is available in, as the diagrams write them")
    String offeredIn,
    @Nullable @Schema(description = "awaiting-authorisation: the group that has to decide") String profile,
    @Nullable @Schema(description = "awaiting-authorisation: the first is 1") Integer level,
    @Nullable @Schema(description = "awaiting-authorisation: when this level began to wait") Instant since,
    @Nullable @Schema(description = "awaiting-authorisation: what is to be authorised") String subject) {

  record Fault(
      @Nullable String field, @Nullable String file, @Nullable Integer line, @Nullable String column,
      String message) {}
}
