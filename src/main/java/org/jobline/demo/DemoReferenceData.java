package org.jobline.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An estate in Great Britain and Ireland to try the desk with: three clients, 40 sites, 25 resources. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DemoReferenceData implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoReferenceData.class);

  /** One CSV file each, what is referred to before what refers to it. */
  private static final List<String> TABLES = List.of(
      "client_rate_group", "client", "priority", "work_type", "site", "contact", "resource", "resource_work_type", "resource_region",
      "opening_hours", "closed_day", "agreement", "rate", "average_order_value", "refusal_reason", "reason_code",
      "delivery_charge", "capital_code",
      "rate_group", "meter", "notification_type", "subscription", "document_type", "document_sub_type",
      "certificate_type", "required_item", "batch_rule");

  private final JdbcTemplate jdbc;

  public DemoReferenceData(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    load();
  }

  /** Loads the estate into an empty database, and does nothing when there are clients already. */
  @Transactional
  public void load() {
    if (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from client)", Boolean.class))) {
      return;
    }
    TABLES.forEach(this::load);
    log.info("Loaded the demo estate");
  }

  private void load(String table) {
    ClassPathResource file = new ClassPathResource("demo/" + table + ".csv");
    jdbc.execute((ConnectionCallback<Long>) connection -> {
      try (BufferedReader rows = new BufferedReader(
          new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
        String columns = rows.readLine();
        return connection.unwrap(PGConnection.class).getCopyAPI()
            .copyIn("copy " + table + " (" + columns + ") from stdin with (format csv)", rows);
      } catch (IOException e) {
        throw new UncheckedIOException("The demo file " + file + " cannot be read", e);
      } catch (SQLException e) {
        throw new SQLException("The demo file " + file + " does not fit its table: " + e.getMessage(), e);
      }
    });
  }
}
