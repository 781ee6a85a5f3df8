package org.jobline.lifecycle.meter;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MeterRepository {

  private final JdbcClient jdbc;

  MeterRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Meter> at(String site) {
    return jdbc.sql("select * from meter where site = ? order by name, code").param(site).query(Meter.class).list();
  }

  /** Until the transaction ends nobody else records a reading of it. */
  Optional<Meter> lock(String code) {
    return jdbc.sql("select * from meter where code = ? for update").param(code).query(Meter.class).optional();
  }
}
