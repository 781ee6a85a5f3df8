package org.jobline.desk.worklist;

import java.util.Arrays;
import java.util.Optional;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/** What lists may be sorted by, and what stands for it in the database. */
enum OrderSort {
  NUMBER("number", "o.number", false),
  TYPE("type", "o.type", false),
  STATUS("status", "o.status_code", false),
  CLIENT("client", "o.client", false),
  SITE("site", "s.name", false),
  WORK_TYPE("workType", "w.work_type", true),
  PRIORITY("priority", "p.rank", true),
  RESOURCE("resource", "w.resource", true),
  SUPPLIER("supplier", "po.supplier", true),
  ETA("eta", "w.eta", true),
  FOLLOW_UP("followUp", "w.next_attempt_at", true),
  LOGGED_AT("loggedAt", "o.logged_at", false),
  RESPOND_DUE("respondDue", "d.respond_due", true),
  FIX_DUE("fixDue", "d.fix_due", true),
  DUE("due", "d.next_due", true);

  private static final String NEWEST_FIRST = "-" + LOGGED_AT.key;

  private final String key;
  private final String column;
  private final boolean nullable;

  OrderSort(String key, String column, boolean nullable) {
    this.key = key;
    this.column = column;
    this.nullable = nullable;
  }

  /**
   * The order of a list as SQL; what is empty comes last either way.
   *
   * @param sort a key, with - in front for the last first; null for the newest first
   * @throws InvalidFieldsException when there is no such key
   */
  static String sql(@Nullable String sort) {
    String wanted = sort == null || sort.isBlank() ? NEWEST_FIRST : sort;
    boolean descending = wanted.startsWith("-");
    OrderSort by = find(descending ? wanted.substring(1) : wanted).orElseThrow(() -> new InvalidFieldsException("sort",
        "must be one of " + String.join(", ", Arrays.stream(values()).map(known -> known.key).toList())
            + ", with - in front for descending."));
    String direction = descending ? " desc" : "";
    return by.column + direction + (by.nullable && descending ? " nulls last" : "")
        + (by == NUMBER ? "" : ", " + by.number() + direction);
  }

  /** Of the table that is sorted by, so that an index on both is used. */
  private String number() {
    return isByTargets(column) ? "d.order_number" : "o.number";
  }

  /** Whether the order of a list goes by what is due. */
  static boolean isByTargets(String sql) {
    return sql.startsWith("d.");
  }

  private static Optional<OrderSort> find(String key) {
    return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
  }
}
