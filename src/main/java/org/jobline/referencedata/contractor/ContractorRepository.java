package org.jobline.referencedata.contractor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.platform.persistence.SearchText;
import org.jobline.platform.persistence.SearchableTable;
import org.jobline.referencedata.contractor.Agreement.Kind;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ContractorRepository {

  private static final String AGREED = """
      from agreement a
      where a.client = :client and (a.site is null or a.site = :site)
        and (a.work_type is null or a.work_type = :workType)
        and a.valid_from <= :on and (a.valid_to is null or a.valid_to >= :on)
      """;

  private final JdbcClient jdbc;
  private final SearchableTable<Contractor> all;
  private final SearchableTable<Contractor> approved;

  ContractorRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
    String searched = "lower(code || ' ' || name)";
    all = new SearchableTable<>(jdbc, "resource", searched, "code", ContractorRepository::contractor);
    approved = new SearchableTable<>(
        jdbc, "(select * from resource where prequalification = 'approved') as resource", searched, "code",
        ContractorRepository::contractor);
  }

  Optional<Contractor> find(String code) {
    return all.find(code);
  }

  Page<Contractor> search(String text, Pageable page) {
    return all.search(new SearchText(text), page);
  }

  Page<Contractor> searchApproved(String text, Pageable page) {
    return approved.search(new SearchText(text), page);
  }

  Optional<Contractor> findApprovedByLabel(String codeOrLabel) {
    return approved.findByLabel(codeOrLabel);
  }

  List<Agreement> agreements(String contractor, String client, String site, String workType, LocalDate on) {
    return jdbc.sql("select a.* " + AGREED + " and a.resource = :resource")
        .param("resource", contractor)
        .param("client", client)
        .param("site", site)
        .param("workType", workType)
        .param("on", on)
        .query(ContractorRepository::agreement)
        .list();
  }

  /** Everybody approved who has an agreement that matches, or covers the work type and the site's region. */
  List<Candidate> candidates(String client, String site, String workType, LocalDate on) {
    return jdbc.sql("""
            select r.*, a.code as a_code, a.kind, a.client, a.resource, a.work_type, a.site, a.rank,
              a.automatic_assignment as a_automatic_assignment, a.comprehensive, a.recall_days, a.recall_charge, a.valid_from, a.valid_to
            from (
              select a.code as agreement, a.resource %s
              union all
              select null, t.resource from resource_work_type t
              join resource_region g on g.resource = t.resource
              join site s on s.region = g.region
              where t.work_type = :workType and s.code = :site
            ) found
            join resource r on r.code = found.resource
            left join agreement a on a.code = found.agreement
            where r.prequalification = 'approved'
            """.formatted(AGREED))
        .param("client", client)
        .param("site", site)
        .param("workType", workType)
        .param("on", on)
        .query((row, index) -> new Candidate(
            contractor(row, index),
            row.getString("a_code") == null
                ? Optional.empty()
                : Optional.of(agreement(row, "a_code", "a_automatic_assignment"))))
        .list();
  }

  /** Everybody approved, by name, with what speaks for giving him the work. */
  List<Bystander> approved(String site, String workType) {
    return jdbc.sql("""
            select r.*,
              exists (select from resource_work_type t
                where t.resource = r.code and t.work_type = :workType) as of_trade,
              exists (select from resource_region g join site s on s.region = g.region
                where g.resource = r.code and s.code = :site) as in_region
            from resource r
            where r.prequalification = 'approved'
            order by r.name, r.code
            """)
        .param("site", site)
        .param("workType", workType)
        .query((row, index) -> new Bystander(
            contractor(row, index), row.getBoolean("of_trade"), row.getBoolean("in_region")))
        .list();
  }

  /** Every rate for the client's group and for all clients, also those that hold no more or not yet. */
  List<Rate> rates(String contractor, String client, Rate.Purpose purpose) {
    return jdbc.sql("""
            select r.* from rate r
            where r.resource = :resource and r.purpose = :purpose
              and (r.client_group is null or r.client_group = (select rate_group from client where code = :client))
            order by r.id desc
            """)
        .param("resource", contractor)
        .param("client", client)
        .param("purpose", purpose.label())
        .query(ContractorRepository::rate)
        .list();
  }

  private static Rate rate(ResultSet row, int index) throws SQLException {
    String hours = row.getString("working_hours");
    Integer minutes = row.getObject("response_minutes", Integer.class);
    return new Rate(
        row.getString("client_group"), hours == null ? null : hours.equals("inside"),
        Stream.of((String[]) row.getArray("days").getArray()).map(RateDay::valueOf).collect(Collectors.toSet()),
        Rate.Kind.ofLabel(row.getString("kind")), minutes == null ? null : Duration.ofMinutes(minutes),
        row.getObject("within_sla", Boolean.class), row.getBigDecimal("call_out_fee"),
        row.getBigDecimal("hours_included"), row.getBigDecimal("hourly_rate"), row.getInt("unit_minutes"),
        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
  }

  private static Contractor contractor(ResultSet row, int index) throws SQLException {
    return new Contractor(
        row.getString("code"), row.getString("name"), row.getString("email"), row.getString("phone"),
        row.getString("language"), ZoneId.of(row.getString("time_zone")), row.getBoolean("internal"),
        row.getBoolean("automatic_assignment"), row.getBoolean("automatic_acceptance"),
        Prequalification.ofLabel(row.getString("prequalification")), CisStatus.ofLabel(row.getString("cis_status")),
        row.getString("cis_verification_number"), row.getObject("cis_verified_on", LocalDate.class));
  }

  private static Agreement agreement(ResultSet row, int index) throws SQLException {
    return agreement(row, "code", "automatic_assignment");
  }

  private static Agreement agreement(ResultSet row, String code, String automaticAssignment) throws SQLException {
    return new Agreement(
        row.getString(code), Kind.ofLabel(row.getString("kind")), row.getString("client"), row.getString("resource"),
        row.getString("work_type"), row.getString("site"), row.getInt("rank"), row.getBoolean(automaticAssignment),
        row.getBoolean("comprehensive"), row.getObject("recall_days", Integer.class),
        Agreement.RecallCharge.ofLabel(row.getString("recall_charge")),
        row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
  }
}
