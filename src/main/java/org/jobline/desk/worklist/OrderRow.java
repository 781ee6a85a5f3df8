package org.jobline.desk.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jobline.sla.SlaState;
import org.jspecify.annotations.Nullable;

/**
 * An order as a list shows it; what only work orders, or only orders that buy something, have is null for others.
 *
 * @param timeZone of the site
 * @param description of the work, or what is bought
 * @param due the next target; null when none is due
 * @param sla how the order stands against all its targets; null when no target applies
 * @param lockedFor the group that has to authorise something; null while the order is not locked
 * @param followUp when the contractor is to be tried again
 * @param accrual what it is expected to cost, as a decimal
 * @param promisedOn the first day for which goods that are still to come are promised
 * @param openAmount what is still to come, without VAT, as a decimal
 * @param tasks what it waits with, and what agents have opened on it
 * @param assignees who has taken these
 */
record OrderRow(
    String number, String type, String statusCode, String statusName, String client, String clientName, String site,
    String siteName, String timeZone, @Nullable String workType, @Nullable String workTypeName,
    @Nullable String priority, @Nullable String priorityName, @Nullable String description,
    @Nullable String reference, @Nullable String resource, @Nullable String resourceName,
    @Nullable String supplier, @Nullable String supplierName, @Nullable LocalDate promisedOn, @Nullable Instant eta,
    Instant loggedAt, @Nullable Instant respondDue, @Nullable Instant fixDue,
    @Nullable Instant due, @Nullable SlaState sla, boolean breached, boolean locked, @Nullable String lockedFor,
    @Nullable Instant followUp, @Nullable String currency, @Nullable String accrual, @Nullable String openAmount, List<String> tasks,
    List<String> assignees) {}
