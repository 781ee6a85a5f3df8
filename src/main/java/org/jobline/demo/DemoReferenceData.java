package org.jobline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jobline.referencedata.CsvFile;
import org.jobline.referencedata.ReferenceDataImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An estate in Great Britain and Ireland to try the desk with: three clients, 40 sites, 25 resources, 12 suppliers. */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DemoReferenceData implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(DemoReferenceData.class);

  private final JdbcTemplate jdbc;
  private final ReferenceDataImport referenceData;

  public DemoReferenceData(JdbcTemplate jdbc, ReferenceDataImport referenceData) {
    this.jdbc = jdbc;
    this.referenceData = referenceData;
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
    referenceData.load(files());
    log.info("Loaded the demo estate");
  }

  private static List<CsvFile> files() {
    try {
      return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:demo/*.csv"))
          .map(DemoReferenceData::csv).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CsvFile csv(Resource file) {
    try {
      return new CsvFile(file.getFilename(), file.getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("The demo file " + file + " cannot be read", e);
    }
  }
}
