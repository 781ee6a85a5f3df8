package org.jobline.lifecycle.intake;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jobline.platform.error.NotFoundException;
import org.jobline.referencedata.estate.Client;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds orders a caller may mean instead of a new one (domain/agent-actions.md, Logging an order). */
@Service
class PossibleDuplicates {

  private static final int MAX_SHOWN = 5;

  private final ReferenceData referenceData;
  private final JdbcClient jdbc;
  private final Clock clock;

  PossibleDuplicates(ReferenceData referenceData, JdbcClient jdbc, Clock clock) {
    this.referenceData = referenceData;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Numbers of orders for the same site and work type or the same asset, open or inside the recall period. */
  List<String> of(Site site, Optional<String> workType, Optional<String> asset) {
    Client client = referenceData.client(site.client())
        .orElseThrow(() -> new NotFoundException("client", site.client()));
    Instant now = clock.instant();
    return jdbc.sql("""
        select number from orders join work_order using (number)
        where site = :site and (work_type = :workType or lower(equipment) = lower(:asset)) and cancelled_at is null
          and (completed_at is null and logged_at >= :since or recall_until > :now)
        order by logged_at desc limit :limit""")
        .param("site", site.code())
        .param("workType", workType.orElse(null), Types.VARCHAR)
        .param("asset", asset.orElse(null), Types.VARCHAR)
        .param("since", Timestamp.from(now.minus(client.duplicateWindow()))).param("now", Timestamp.from(now))
        .param("limit", MAX_SHOWN)
        .query(String.class).list();
  }

  /** @throws PossibleDuplicateException when there are any */
  void refuse(Site site, String workType, Optional<String> asset) {
    List<String> candidates = of(site, Optional.of(workType), asset);
    if (!candidates.isEmpty()) {
      throw new PossibleDuplicateException(candidates);
    }
  }
}
