package org.jobline.referencedata.estate;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jobline.platform.persistence.SearchableTable;
import org.jobline.referencedata.estate.Contact.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReferenceDataRepository {

  private final JdbcClient jdbc;
  final SearchableTable<Client> clients;
  final SearchableTable<Site> sites;
  final SearchableTable<WorkType> workTypes;
  final SearchableTable<Priority> priorities;
  final SearchableTable<Part> parts;

  ReferenceDataRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    String codeAndName = "lower(code || ' ' || name)";
    clients = new SearchableTable<>(jdbc, "client", codeAndName, "code", ReferenceDataRepository::client);
    sites = new SearchableTable<>(jdbc, "site", "search_text", "code", ReferenceDataRepository::site);
    workTypes = new SearchableTable<>(jdbc, "work_type", codeAndName, "name", ReferenceDataRepository::workType);
    priorities = new SearchableTable<>(jdbc, "priority", codeAndName, "rank", ReferenceDataRepository::priority);
    parts = new SearchableTable<>(jdbc, "part", codeAndName, "name", (row, index) -> new Part(
        row.getString("code"), row.getString("name"), row.getString("work_type"), row.getString("unit")));
  }

  List<Contact> contacts(String site, Role role) {
    return jdbc.sql("select * from contact where site = ? and role = ? order by id")
        .params(site, role.name().toLowerCase(Locale.ROOT))
        .query(ReferenceDataRepository::contact)
        .list();
  }

  /** A warning is for those of the first level. */
  List<Contact> escalationContacts(String site, int level) {
    return jdbc.sql("""
        select * from contact where site = ? and role = 'escalation' and escalation_level <= greatest(1, ?)
        order by escalation_level, id""")
        .params(site, level)
        .query(ReferenceDataRepository::contact)
        .list();
  }

  List<String> refusalReasons(String client) {
    return jdbc.sql("select reason from refusal_reason where client = ? order by reason")
        .param(client)
        .query(String.class)
        .list();
  }

  Optional<BigDecimal> averageOrderValue(String client, String workType) {
    return jdbc.sql("select amount from average_order_value where client = ? and work_type = ?")
        .params(client, workType)
        .query(BigDecimal.class)
        .optional();
  }

  boolean authorisationNeedsReason(String client) {
    return jdbc.sql("select authorisation_reason_required from client where code = ?")
        .param(client)
        .query(Boolean.class)
        .single();
  }

  Optional<BigDecimal> deliveryCharge(String client, String workType) {
    return jdbc.sql("select amount from delivery_charge where client = ? and work_type = ?")
        .params(client, workType)
        .query(BigDecimal.class)
        .optional();
  }

  List<ReasonCode> reasonCodes(String client) {
    return jdbc.sql("select code, name from reason_code where client = ? order by code")
        .param(client)
        .query(ReasonCode.class)
        .list();
  }

  List<CapitalCode> capitalCodes(String client) {
    return jdbc.sql("select * from capital_code where client = ? order by code")
        .param(client)
        .query((row, index) -> new CapitalCode(row.getString("code"), row.getObject("period_from", LocalDate.class),
            row.getObject("period_to", LocalDate.class)))
        .list();
  }

  private static Client client(ResultSet row, int index) throws SQLException {
    return new Client(
        row.getString("code"), row.getString("name"), row.getString("currency"),
        row.getString("language"), row.getInt("recall_days"), Duration.ofMinutes(row.getInt("short_break_minutes")),
        Duration.ofHours(row.getInt("duplicate_window_hours")), row.getBoolean("second_priority_resource"),
        row.getBoolean("free_text_lines"));
  }

  private static Site site(ResultSet row, int index) throws SQLException {
    return new Site(
        row.getString("code"), row.getString("client"), row.getString("name"), row.getString("address"),
        row.getString("postcode"), row.getString("country"), row.getString("region"),
        ZoneId.of(row.getString("time_zone")), row.getBoolean("asbestos_register"));
  }

  private static WorkType workType(ResultSet row, int index) throws SQLException {
    return new WorkType(
        row.getString("code"), row.getString("name"),
        List.of((String[]) row.getArray("required_documents").getArray()), row.getBoolean("permit_required"));
  }

  private static Priority priority(ResultSet row, int index) throws SQLException {
    return new Priority(row.getString("code"), row.getString("name"), row.getInt("rank"));
  }

  private static Contact contact(ResultSet row, int index) throws SQLException {
    return new Contact(
        row.getString("site"), Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)), row.getString("name"),
        row.getString("email"), row.getString("phone"), row.getString("language"));
  }
}
