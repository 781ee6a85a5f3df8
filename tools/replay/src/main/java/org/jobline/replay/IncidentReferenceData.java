package org.jobline.replay;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reference data a log needs to become work orders: one client, a site per country, a work type per product, a
 * resource per support group, a priority per impact. Nobody has opening hours, which counts as around the clock. What
 * is there already is left as it is.
 */
@Component
class IncidentReferenceData {

  /** The longest a case of the 2013 incident log rests between being completed and going on is 31 days. */
  private static final int RECALL_DAYS = 60;

  private static final List<String> FROM_MOST_URGENT = List.of("major", "high", "medium", "low");

  private final JdbcTemplate jdbc;

  IncidentReferenceData(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** @param mail whether resources and contacts have an address (under .example, which is never delivered) */
  @Transactional
  public void importFor(Survey survey, boolean mail) {
    jdbc.update(
        "insert into client (code, name, currency, recall_days) values (?, 'Replayed log', 'EUR', ?)"
            + " on conflict do nothing",
        LogCodes.CLIENT, RECALL_DAYS);
    // behind the ranks that the desk's own priorities have or may still get
    survey.impacts().stream().sorted(IncidentReferenceData::byUrgency).forEach(impact -> jdbc.update(
        "insert into priority (code, name, rank) select ?, ?, greatest(max(rank), 1000) + 1 from priority"
            + " on conflict (code) do nothing",
        LogCodes.priority(impact), impact));
    batch("insert into work_type (code, name) values (?, ?) on conflict do nothing",
        survey.products(), product -> new Object[] {LogCodes.workType(product), product});
    importSites(survey, mail);
    importResources(survey, mail);
  }

  private void importSites(Survey survey, boolean mail) {
    batch("insert into site (code, client, name, address, postcode, country, region, time_zone)"
            + " values (?, ?, ?, 'not in the log', '-', ?, ?, 'UTC') on conflict do nothing",
        survey.countries(),
        country -> new Object[] {LogCodes.site(country), LogCodes.CLIENT, siteName(country), country, LogCodes.REGION});
    if (mail) {
      batch("insert into contact (site, role, name, email) select s.code, 'building', s.name, ? from site s"
              + " where s.code = ? and not exists (select from contact c where c.site = s.code)",
          survey.countries(), country -> new Object[] {address(LogCodes.site(country)), LogCodes.site(country)});
    }
  }

  private void importResources(Survey survey, boolean mail) {
    batch("insert into resource (code, name, email, time_zone) values (?, ?, ?, 'UTC') on conflict do nothing",
        survey.groups(),
        group -> new Object[] {
          LogCodes.resource(group), "Group " + group, mail ? address(LogCodes.resource(group)) : null
        });
    batch("insert into resource_region (resource, region) values (?, ?) on conflict do nothing",
        survey.groups(), group -> new Object[] {LogCodes.resource(group), LogCodes.REGION});
    batch("insert into resource_work_type (resource, work_type) values (?, ?) on conflict do nothing",
        survey.coverage(),
        covered -> new Object[] {LogCodes.resource(covered.group()), LogCodes.workType(covered.product())});
    // without a rate no order would cost anything and no log's "Closed" have anything to settle
    batch("insert into rate (resource, purpose, working_hours, call_out_fee, hourly_rate, valid_from)"
            + " select r.code, p.purpose, h.hours, p.fee, p.hourly, date '1900-01-01' from resource r,"
            + " (values ('reactive', 60.00, 40.00), ('remote fix', 15.00, 0.00)) p (purpose, fee, hourly),"
            + " (values ('inside'), ('outside')) h (hours) where r.code = ?"
            + " and not exists (select from rate x where x.resource = r.code)",
        survey.groups(), group -> new Object[] {LogCodes.resource(group)});
  }

  private <T> void batch(String sql, Collection<T> rows, Function<T, Object[]> parameters) {
    jdbc.batchUpdate(sql, rows.stream().map(parameters).toList());
  }

  private static String siteName(String country) {
    return country.chars().anyMatch(Character::isLetter) ? country : "Country " + country;
  }

  private static String address(String code) {
    return code.toLowerCase(Locale.ROOT) + "@replay.example";
  }

  private static int byUrgency(String one, String other) {
    return Integer.compare(urgency(one), urgency(other));
  }

  private static int urgency(String impact) {
    int known = FROM_MOST_URGENT.indexOf(impact.toLowerCase(Locale.ROOT));
    return known < 0 ? FROM_MOST_URGENT.size() : known;
  }
}
