package org.jobline.workorder.quoting;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderNumber;
import org.jobline.order.Orders;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was asked and quoted for orders, as it stands written. Changes are made to an order that was taken for changing. */
@Service
public class Quotations {

  /** The name of their type: the key of their lifecycle. */
  private static final String TYPE = "QUOTE";

  private final Orders orders;
  private final JdbcClient jdbc;

  Quotations(Orders orders, JdbcClient jdbc) {
    this.orders = orders;
    this.jdbc = jdbc;
  }

  public boolean isQuoted(Order order) {
    return order.type().name().equals(TYPE);
  }

  /** Empty when the order is of another type. */
  @Transactional(readOnly = true)
  public Optional<Quotation> find(Order order) {
    return isQuoted(order) ? Optional.of(read(order.number())) : Optional.empty();
  }

  /** The same, by the number of the order. */
  @Transactional(readOnly = true)
  public Optional<Quotation> find(OrderNumber number) {
    return find(orders.get(number));
  }

  /** The same of an order that is taken for changing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Quotation lock(OrderNumber number) {
    orders.lock(number);
    return read(number);
  }

  private Quotation read(OrderNumber number) {
    return new Quotation(
        jdbc.sql("select * from quote_specification where order_number = ? order by version").param(number.value())
            .query((row, index) -> new Specification(row.getInt("version"), row.getString("text"),
                instant(row, "written_at"), row.getString("written_by"))).list(),
        jdbc.sql("select * from quote_request where order_number = ? order by asked_at, resource").param(number.value())
            .query(Quotations::request).list(),
        jdbc.sql("select * from quote where order_number = ? order by received_at, resource, version")
            .param(number.value()).query(Quotations::quote).list(),
        jdbc.sql("select * from quote_selection where order_number = ? and state <> 'over'").param(number.value())
            .query((row, index) -> new Selection(row.getString("resource"), row.getInt("quote_version"),
                instant(row, "selected_at"), row.getString("selected_by"), row.getString("reason"),
                Selection.State.ofLabel(row.getString("state")))).optional().orElse(null));
  }

  static QuoteRequest request(ResultSet row, int index) throws SQLException {
    return new QuoteRequest(row.getString("resource"), instant(row, "asked_at"), row.getString("asked_by"),
        row.getObject("reply_by", LocalDate.class), row.getInt("specification_version"),
        QuoteRequest.State.ofLabel(row.getString("state")), row.getString("reason"),
        instantOrNull(row, "closed_at"), instantOrNull(row, "rejected_at"), row.getInt("reminders"),
        instantOrNull(row, "reminded_at"));
  }

  static Quote quote(ResultSet row, int index) throws SQLException {
    return new Quote(row.getString("resource"), row.getInt("version"), row.getInt("specification_version"),
        new QuotePrice(row.getBigDecimal("labour"), row.getBigDecimal("parts"), row.getBigDecimal("other"),
            row.getBigDecimal("vat"), row.getString("currency")),
        row.getObject("valid_until", LocalDate.class),
        new Quote.Terms(row.getObject("personnel", Integer.class), row.getObject("lead_days", Integer.class),
            row.getString("impact"), row.getString("reference")),
        instant(row, "received_at"), row.getString("entered_by"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void write(OrderNumber number, Specification specification) {
    jdbc.sql("insert into quote_specification (order_number, version, text, written_at, written_by)"
            + " values (?, ?, ?, ?, ?)")
        .params(number.value(), specification.version(), specification.text(),
            Timestamp.from(specification.writtenAt()), specification.writtenBy())
        .update();
  }

  /** Writes who is asked, and how far each is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void writeRequests(OrderNumber number, Quotation quotation) {
    quotation.requests().forEach(request -> write(number, request));
  }

  private void write(OrderNumber number, QuoteRequest request) {
    jdbc.sql("""
        insert into quote_request (order_number, resource, asked_at, asked_by, reply_by, specification_version, state,
          reason, closed_at, rejected_at, reminders, reminded_at)
        values (:number, :resource, :askedAt, :askedBy, :replyBy, :specification, :state, :reason,
          cast(:closedAt as timestamptz), cast(:rejectedAt as timestamptz), :reminders, cast(:remindedAt as timestamptz))
        on conflict (order_number, resource) do update set
          asked_at = excluded.asked_at, asked_by = excluded.asked_by, reply_by = excluded.reply_by,
          specification_version = excluded.specification_version, state = excluded.state, reason = excluded.reason,
          closed_at = excluded.closed_at, rejected_at = excluded.rejected_at, reminders = excluded.reminders,
          reminded_at = excluded.reminded_at""")
        .param("number", number.value()).param("resource", request.contractor())
        .param("askedAt", Timestamp.from(request.askedAt())).param("askedBy", request.askedBy())
        .param("replyBy", Date.valueOf(request.replyBy())).param("specification", request.specificationVersion())
        .param("state", request.state().label()).param("reason", request.reason())
        .param("closedAt", text(request.closedAt())).param("rejectedAt", text(request.rejectedAt()))
        .param("reminders", request.reminders()).param("remindedAt", text(request.remindedAt()))
        .update();
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void write(OrderNumber number, Quote quote) {
    QuotePrice price = quote.price();
    jdbc.sql("""
        insert into quote (order_number, resource, version, specification_version, labour, parts, other, total, vat,
          currency, valid_until, personnel, lead_days, impact, reference, received_at, entered_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(number.value(), quote.contractor(), quote.version(), quote.specificationVersion(), price.labour(),
            price.parts(), price.other(), price.total(), price.vat(), price.currency(),
            Date.valueOf(quote.validUntil()), quote.terms().personnel(), quote.terms().leadDays(),
            quote.terms().impact(), quote.terms().reference(), Timestamp.from(quote.receivedAt()), quote.enteredBy())
        .update();
  }

  /** A new choice; the database refuses a second one beside it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(OrderNumber number, Selection selection) {
    jdbc.sql("insert into quote_selection (order_number, resource, quote_version, selected_at, selected_by, reason, state)"
            + " values (?, ?, ?, ?, ?, ?, ?)")
        .params(number.value(), selection.contractor(), selection.quoteVersion(), Timestamp.from(selection.at()),
            selection.by(), selection.reason(), selection.state().label())
        .update();
  }

  /** How the choice that counted stands now. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void writeState(OrderNumber number, Selection selection) {
    jdbc.sql("update quote_selection set state = ? where order_number = ? and state <> 'over'")
        .params(selection.state().label(), number.value()).update();
  }

  /** The contractor was told that another quote is final. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void rejected(OrderNumber number, Quotation quotation, String contractor, Instant at) {
    quotation.markRejected(contractor, at);
    write(number, quotation.request(contractor).orElseThrow());
  }

  /** The contractor was told that its answer is overdue. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void reminded(OrderNumber number, Quotation quotation, String contractor, Instant at) {
    quotation.markReminded(contractor, at);
    write(number, quotation.request(contractor).orElseThrow());
  }
}
