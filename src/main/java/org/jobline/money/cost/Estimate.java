package org.jobline.money.cost;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What somebody who knows the work expects it to cost.
 *
 * @param attendees how many engineers the labour is for, null when nobody said
 * @param plant plant, equipment and other
 */
@Table("estimate")
record Estimate(
    @Id @Nullable Long id, String orderNumber, BigDecimal labour, @Nullable Integer attendees, BigDecimal parts,
    BigDecimal plant, Instant setAt) {

  BigDecimal total() {
    return labour.add(parts).add(plant);
  }
}
