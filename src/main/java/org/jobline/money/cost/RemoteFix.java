package org.jobline.money.cost;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Work done without a visit; whoever is on site after it comes for a recall.
 *
 * @param contractor whose doing it was; null when the order had none
 */
@Table("remote_fix")
record RemoteFix(
    @Id @Nullable Long id, String orderNumber, @Column("resource") @Nullable String contractor, Instant fixedAt) {}
