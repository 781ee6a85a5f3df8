package org.jobline.referencedata.supplier;

import java.util.Optional;

/** Knows how suppliers have delivered; answered where goods are received. */
public interface DeliveryRecords {

  /** Over the last 12 months; empty when nothing was expected of the supplier. */
  Optional<OnTimeRate> onTimeRate(String supplier);
}
