package org.jobline.order;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what is personal out of the events written until now, which changes what their hashes are over: each chain is
 * sealed anew, once, and {@code event_resealed} says what its end was before. A chain that does not hold is left as it is,
 * so that nobody's tampering is sealed.
 */
@Component
class V39__KeepPersonalDataApart extends BaseJavaMigration {

  /** What the forms called so at that time. */
  private static final Set<String> PERSONAL_FIELDS = Set.of(
      "contactName", "contactPhone", "spokeTo", "callerName", "who", "engineer", "reportedBy", "decidedBy", "fixedBy",
      "numberTried", "location", "notes", "text", "description", "message", "comment", "question", "answer", "details",
      "reason", "why", "whatWasDone");

  private static final int FETCH_SIZE = 1000;

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    triggers(connection, "disable");
    try (Statement read = connection.createStatement(); Writer writer = new Writer(connection)) {
      read.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = read.executeQuery("""
          select e.*, o.contact_name, o.contact_phone, o.last_event, o.last_hash
          from work_order_event e join work_order o on o.number = e.order_number order by e.order_number, e.sequence""")) {
        Chain chain = null;
        while (rows.next()) {
          if (chain == null || !chain.number.equals(rows.getString("order_number"))) {
            writer.write(chain);
            chain = new Chain(rows);
          }
          chain.events.add(Journal.read(rows, 0));
        }
        writer.write(chain);
      }
    }
    triggers(connection, "enable");
  }

  private static void triggers(Connection connection, String what) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter table work_order_event " + what + " trigger event_is_never_changed");
    }
  }

  private static final class Chain {

    private final String number;
    private final List<@Nullable String> contact;
    private final int lastEvent;
    private final String lastHash;
    private final List<OrderEvent> events = new ArrayList<>();

    Chain(ResultSet row) throws SQLException {
      this.number = row.getString("order_number");
      this.contact = Arrays.asList(row.getString("contact_name"), row.getString("contact_phone"));
      this.lastEvent = row.getInt("last_event");
      this.lastHash = row.getString("last_hash");
    }

    boolean isIntact() {
      String hash = "";
      int sequence = 0;
      for (OrderEvent event : events) {
        if (event.sequence() != ++sequence || !event.isIntact(hash)) {
          return false;
        }
        hash = event.hash();
      }
      return sequence == lastEvent && hash.equals(lastHash);
    }

    List<OrderEvent> resealed() {
      List<OrderEvent> resealed = new ArrayList<>();
      String hash = "";
      for (OrderEvent event : events) {
        List<@Nullable String> words = new ArrayList<>(contact);
        words.add(event.spokeTo());
        PersonalTexts texts = new PersonalTexts(words);
        String fields = texts.takenOutOfJson(event.fields(), PERSONAL_FIELDS);
        String spokeTo = event.spokeTo() == null ? null : texts.takenOut(event.spokeTo());
        String summary = texts.takenOut(event.summary());
        OrderEvent next = new OrderEvent(event.orderNumber(), event.sequence(), event.at(), event.agent(),
            event.channel(), spokeTo, event.action(), event.label(), event.statusBefore(), event.statusAfter(), summary,
            event.isPrivate(), fields, texts.values(), hash, "").chained();
        resealed.add(next);
        hash = next.hash();
      }
      return resealed;
    }
  }

  /** Writes in batches, because a helpdesk has hundreds of thousands of events. */
  private static final class Writer implements AutoCloseable {

    private static final int BATCH_SIZE = 500;

    private final Connection connection;
    private final PreparedStatement event;
    private final PreparedStatement value;
    private final PreparedStatement order;
    private final PreparedStatement seal;
    private int waiting;

    Writer(Connection connection) throws SQLException {
      this.connection = connection;
      this.event = connection.prepareStatement("update work_order_event set spoke_to = ?, summary = ?, fields = ?::json,"
          + " personal = ?, previous_hash = ?, hash = ? where order_number = ? and sequence = ?");
      this.value = connection.prepareStatement(
          "insert into personal_data (order_number, sequence, position, salt, value) values (?,?,?,?,?)");
      this.order = connection.prepareStatement("update work_order set last_hash = ? where number = ?");
      this.seal = connection.prepareStatement("insert into event_resealed (order_number, events, hash_before, hash_after,"
          + " intact_before, at) values (?,?,?,?,?, now())");
    }

    /** @param chain null before the first */
    void write(@Nullable Chain chain) throws SQLException {
      if (chain == null) {
        return;
      }
      boolean intact = chain.isIntact();
      List<OrderEvent> resealed = intact ? chain.resealed() : List.of();
      for (OrderEvent each : resealed) {
        write(each);
      }
      String hash = intact ? resealed.get(resealed.size() - 1).hash() : chain.lastHash;
      if (intact) {
        add(order, hash, chain.number);
      }
      add(seal, chain.number, chain.lastEvent, chain.lastHash, hash, intact);
      if (waiting >= BATCH_SIZE) {
        flush();
      }
    }

    private void write(OrderEvent each) throws SQLException {
      add(event, each.spokeTo(), each.summary(), each.fields(),
          connection.createArrayOf("text", each.personal().stream().map(PersonalValue::hash).toArray()),
          each.previousHash(), each.hash(), each.orderNumber(), each.sequence());
      int position = 0;
      for (PersonalValue personal : each.personal()) {
        add(value, each.orderNumber(), each.sequence(), ++position, personal.salt(), personal.value());
      }
    }

    private void add(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.addBatch();
      waiting++;
    }

    private void flush() throws SQLException {
      for (PreparedStatement statement : List.of(event, value, order, seal)) {
        statement.executeBatch();
      }
      waiting = 0;
    }

    @Override
    public void close() throws SQLException {
      flush();
      for (PreparedStatement statement : List.of(event, value, order, seal)) {
        statement.close();
      }
    }
  }
}
