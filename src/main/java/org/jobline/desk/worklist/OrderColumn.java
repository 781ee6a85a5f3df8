package org.jobline.desk.worklist;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jobline.platform.error.InvalidFieldsException;
import org.jspecify.annotations.Nullable;

/** What a list can show of an order, in the order a new list has it. */
enum OrderColumn {
  NUMBER("number", "Order", OrderRow::number),
  STATUS("status", "Status", row -> row.statusCode() + " " + row.statusName()),
  TYPE("type", "Type", OrderRow::type),
  PRIORITY("priority", "Priority", OrderRow::priority),
  CLIENT("client", "Client", OrderRow::clientName),
  SITE("site", "Site", row -> row.site() + " " + row.siteName()),
  WORK_TYPE("workType", "Work type", OrderRow::workTypeName),
  DESCRIPTION("description", "Description", OrderRow::description),
  REFERENCE("reference", "Reference", OrderRow::reference),
  RESOURCE("resource", "Contractor", row -> row.resource() == null ? null : row.resource() + " " + row.resourceName()),
  SUPPLIER("supplier", "Supplier", row -> row.supplier() == null ? null : row.supplier() + " " + row.supplierName()),
  PROMISED_ON("promisedOn", "Delivery promised", OrderRow::promisedOn),
  ETA("eta", "ETA", OrderRow::eta),
  LOGGED_AT("loggedAt", "Logged", OrderRow::loggedAt),
  RESPOND_DUE("respondDue", "Respond by", OrderRow::respondDue),
  FIX_DUE("fixDue", "Fix by", OrderRow::fixDue),
  DUE("due", "Due", OrderRow::due),
  SLA("sla", "SLA", OrderRow::sla),
  LOCKED("locked", "Waiting for authorisation by", OrderRow::lockedFor),
  FOLLOW_UP("followUp", "Try again", OrderRow::followUp),
  CURRENCY("currency", "Currency", OrderRow::currency),
  ACCRUAL("accrual", "Accrual", row -> row.accrual() == null ? null : new BigDecimal(row.accrual())),
  OPEN_AMOUNT("openAmount", "Open, net",
      row -> row.openAmount() == null ? null : new BigDecimal(row.openAmount())),
  TASKS("tasks", "Next action", row -> String.join(", ", row.tasks())),
  ASSIGNEE("assignee", "Assigned to", row -> String.join(", ", row.assignees()));

  /** Spreadsheets of every language read this as a time; none reads a T or an offset. */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final String key;
  private final String heading;
  private final Function<OrderRow, Object> cell;

  OrderColumn(String key, String heading, Function<OrderRow, Object> cell) {
    this.key = key;
    this.heading = heading;
    this.cell = cell;
  }

  String heading() {
    return heading;
  }

  /** @param zone of its times; empty when they are to be instants */
  Object of(OrderRow row, Optional<ZoneId> zone) {
    Object value = cell.apply(row);
    return value instanceof Instant instant && zone.isPresent() ? TIME.format(instant.atZone(zone.get())) : value;
  }

  /**
   * @param keys none: all columns
   * @throws InvalidFieldsException when one is unknown or stands there twice
   */
  static List<OrderColumn> named(@Nullable List<String> keys) {
    List<OrderColumn> columns = keys == null || keys.isEmpty() ? List.of(values()) : keys.stream()
        .map(key -> Arrays.stream(values()).filter(column -> Objects.equals(column.key, key)).findFirst()
            .orElseThrow(() -> new InvalidFieldsException("columns", "must be one or more of "
                + String.join(", ", Arrays.stream(values()).map(known -> known.key).toList()) + ".")))
        .toList();
    if (new LinkedHashSet<>(columns).size() < columns.size()) {
      throw new InvalidFieldsException("columns", "can't name a column twice.");
    }
    return new ArrayList<>(columns);
  }
}
