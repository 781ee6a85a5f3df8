package org.jobline.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody competent has attested.
 *
 * @param result {@code pass} or {@code fail}
 * @param asset what it is about; null: the site, or the order's work as a whole
 * @param document the paper it stands on
 */
public record Certificate(
    UUID id, String type, String number, LocalDate issuedOn, @Nullable LocalDate validTo, String result,
    @Nullable String asset, UUID document, Instant addedAt, String addedBy) {}
