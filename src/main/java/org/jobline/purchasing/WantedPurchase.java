package org.jobline.purchasing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jobline.action.Fields;
import org.jobline.action.FormRow;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be bought, as it was typed into the form that creates a purchasing order.
 *
 * @param rows of the basket
 * @param workOrder number of the order it is bought for
 */
record WantedPurchase(
    String site,
    Optional<String> client,
    Optional<String> supplier,
    List<FormRow> rows,
    @Nullable LocalDate requestedDate,
    @Nullable String deliveryLocation,
    Optional<String> contactName,
    @Nullable String contactPhone,
    @Nullable String costCode,
    @Nullable String reason,
    Optional<String> workOrder) {

  /** @param form checked: what it requires is there */
  static WantedPurchase of(Fields form) {
    return new WantedPurchase(
        form.text("site").orElseThrow(), form.text("client"), form.text("supplier"), form.rows("lines"),
        form.date("requestedDate").orElse(null), form.text("deliveryLocation").orElse(null), form.text("contactName"),
        form.text("contactPhone").orElse(null), form.text("costCode").orElse(null), form.text("reason").orElse(null),
        form.text("workOrder"));
  }
}
