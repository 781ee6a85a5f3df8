package org.jobline.referencedata.contractor;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A contractor nobody would ask first, so that an order never runs out of choices.
 *
 * @param ofTrade whether it does this type of work
 * @param inRegion whether it comes to the region of the site
 */
record Bystander(Contractor contractor, boolean ofTrade, boolean inRegion) {

  static final String DECLINED = "declined this order";

  /** Who does the work goes before who is near. */
  static final Comparator<Bystander> LIKELIEST_FIRST =
      Comparator.comparing(Bystander::ofTrade).thenComparing(Bystander::inRegion).reversed();

  /** What speaks against it. */
  String why(boolean declined) {
    return Stream.of(
            declined ? DECLINED : "", ofTrade ? "" : "different trade", inRegion ? "" : "outside its region")
        .filter(mark -> !mark.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
