package org.jobline.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only record of what was done to orders (domain/statuses.md, what must always hold, 4). */
@Service
public class Journal {

  static final String COLUMNS =
      "order_number, sequence, at, agent, channel, spoke_to, action, label, status_before, status_after, summary,"
          + " private, fields, personal, previous_hash, hash";

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final PersonalData personalData;

  Journal(JdbcClient jdbc, DataSource dataSource, PersonalData personalData) {
    this.jdbc = jdbc;
    this.personalData = personalData;
    this.streaming = new JdbcTemplate(dataSource);
    // all orders' events do not fit into memory
    this.streaming.setFetchSize(1000);
  }

  /** Appends to the chain of an order taken by {@link Orders#lock}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public OrderEvent append(Order order, ActionPerformed performed) {
    PersonalTexts texts = new PersonalTexts(personalWords(order, performed));
    String fields = texts.takenOutOfJson(performed.fields(), performed.personalFields());
    String spokeTo = performed.spokeTo() == null ? null : texts.takenOut(performed.spokeTo());
    String summary = texts.takenOut(performed.summary());
    OrderEvent event = new OrderEvent(
        order.number().value(),
        order.lastEvent() + 1,
        // what the database keeps, or the hash would not be found again
        performed.at().truncatedTo(ChronoUnit.MICROS),
        performed.agent(),
        performed.channel(),
        spokeTo,
        performed.action(),
        performed.label(),
        performed.statusBefore(),
        order.status().code().value(),
        summary,
        performed.isPrivate(),
        fields,
        texts.values(),
        order.lastHash(),
        "")
        .chained();
    jdbc.sql("insert into order_event (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?::json,?,?,?)")
        .params(event.orderNumber(), event.sequence(), Timestamp.from(event.at()), event.agent(), event.channel(),
            event.spokeTo(), event.action(), event.label(), event.statusBefore(), event.statusAfter(),
            event.summary(), event.isPrivate(), event.fields(),
            event.personal().stream().map(PersonalValue::hash).toArray(String[]::new), event.previousHash(), event.hash())
        .update();
    personalData.keep(List.of(event));
    order.appended(event);
    return event.readable();
  }

  /** Whoever called is personal, also where a later step names them. */
  private static List<@Nullable String> personalWords(Order order, ActionPerformed performed) {
    List<@Nullable String> words = new ArrayList<>(performed.personalWords());
    words.addAll(Arrays.asList(performed.spokeTo(), order.contactName(), order.contactPhone()));
    return words;
  }

  /** The order's events, oldest first. */
  @Transactional(readOnly = true)
  public List<OrderEvent> of(OrderNumber number) {
    return since(number, 0);
  }

  /** The order's events after one of them, oldest first. */
  @Transactional(readOnly = true)
  public List<OrderEvent> since(OrderNumber number, int sequence) {
    Map<Integer, List<PersonalValue>> personal = personalData.of(number);
    return jdbc.sql(
            "select " + COLUMNS + " from order_event where order_number = ? and sequence > ? order by sequence")
        .params(number.value(), sequence)
        .query(Journal::read)
        .stream()
        .map(event -> event.with(personal.getOrDefault(event.sequence(), List.of())).readable())
        .toList();
  }

  /**
   * Recomputes chains of hashes, of one order or of all. The order itself keeps the number and hash of its last
   * event, so that a chain whose end was cut off is found too.
   */
  @Transactional(readOnly = true)
  public Verification verify(Optional<OrderNumber> number) {
    ChainVerifier verifier = new ChainVerifier();
    String where = number.isPresent() ? " where o.number = ?" : "";
    streaming.query(
        "select o.number, o.last_event, o.last_hash, e.* from orders o"
            + " left join order_event e on e.order_number = o.number" + where + " order by o.number, e.sequence",
        row -> {
          verifier.next(row.getString("number"), row.getInt("last_event"), row.getString("last_hash"),
              row.getString("order_number") == null ? null : read(row, 0));
        },
        number.map(OrderNumber::value).stream().toArray());
    return personalData.firstBroken(number).map(verifier.result()::brokenAt).orElseGet(verifier::result);
  }

  /**
   * @param checked how many events were recomputed
   * @param firstBroken the first order and sequence that does not hold, null when all do
   */
  public record Verification(boolean valid, long checked, @Nullable String firstBroken) {

    private Verification brokenAt(String place) {
      return new Verification(false, checked, firstBroken == null ? place : firstBroken);
    }
  }

  private static final class ChainVerifier {
    private @Nullable String number;
    private int expectedEvents;
    private String expectedHash = "";
    private int events;
    private String hash = "";
    private long checked;
    private @Nullable String firstBroken;

    void next(String orderNumber, int lastEvent, String lastHash, @Nullable OrderEvent event) {
      if (!orderNumber.equals(number)) {
        close();
        number = orderNumber;
        expectedEvents = lastEvent;
        expectedHash = lastHash;
        events = 0;
        hash = "";
      }
      if (event == null) {
        return;
      }
      checked++;
      events++;
      if (event.sequence() != events || !event.isIntact(hash)) {
        broken(event.sequence());
      }
      hash = event.hash();
    }

    private void close() {
      if (number != null && (events != expectedEvents || !hash.equals(expectedHash))) {
        broken(events + 1);
      }
    }

    private void broken(int sequence) {
      if (firstBroken == null) {
        firstBroken = number + " event " + sequence;
      }
    }

    Verification result() {
      close();
      return new Verification(firstBroken == null, checked, firstBroken);
    }
  }

  static OrderEvent read(ResultSet row, int index) throws SQLException {
    Instant at = row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    return new OrderEvent(
        row.getString("order_number"), row.getInt("sequence"), at, row.getString("agent"), row.getString("channel"),
        row.getString("spoke_to"), row.getString("action"), row.getString("label"), row.getString("status_before"),
        row.getString("status_after"), row.getString("summary"), row.getBoolean("private"), row.getString("fields"),
        Arrays.stream((String[]) row.getArray("personal").getArray()).map(PersonalValue::hashOnly).toList(),
        row.getString("previous_hash"), row.getString("hash"));
  }
}
