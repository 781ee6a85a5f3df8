package org.jobline.desk.pulse;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jobline.order.OrderNumber;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/** What a page has open and knows already; what is left out isn't asked for. */
record OpenPage(
    @Nullable @Schema(description = "who is logged in, as far as the page knows") String user,
    @Nullable OpenOrder order,
    @Nullable @Schema(description = "the mark of the counts of Tasklist's lists it has; empty when it has none")
    String lists,
    @Nullable @Schema(description = "the mark of the due reminders it has; empty when it has none") String reminders,
    @Nullable @Schema(description = "asks what was closed after that while this user had it open")
    OffsetDateTime closed) {

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;
  /** More colleagues than ever look at one order. */
  private static final int MAX_NAMES = 200;

  /** The order whose page it is. */
  record OpenOrder(
      @Nullable @Schema(description = "its number", requiredMode = Schema.RequiredMode.REQUIRED, example = "R-100245")
      String number,
      @Nullable @Schema(description = "the ETag of what the page shows") String mark,
      @Nullable @Schema(description = "the colleagues the page says have it open too; nobody when left out")
      List<String> alsoLooking) {

    /** @throws IllegalStateException before {@link OpenPage#check} */
    OrderNumber known() {
      if (number == null) {
        throw new IllegalStateException("The page was not checked");
      }
      return new OrderNumber(number);
    }
  }

  /** @throws InvalidFieldsException with everything that can't be answered */
  void check() {
    List<FieldError> errors = new ArrayList<>();
    if (order != null && (order.number() == null || !OrderNumber.isOne(order.number()))) {
      errors.add(new FieldError("order.number", "must be the number of an order, e.g. R-100245."));
    }
    if (order != null && order.alsoLooking() != null && order.alsoLooking().size() > MAX_NAMES) {
      errors.add(new FieldError("order.alsoLooking", "can't be more than " + MAX_NAMES + " names."));
    }
    if (closed != null && (closed.getYear() < FIRST_YEAR || closed.getYear() >= LAST_YEAR)) {
      errors.add(new FieldError("closed",
          "must be between the years " + FIRST_YEAR + " and " + LAST_YEAR + "."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
  }
}
