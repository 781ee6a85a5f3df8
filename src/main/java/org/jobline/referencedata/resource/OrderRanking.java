package org.jobline.referencedata.resource;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jobline.platform.persistence.SearchText;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.referencedata.estate.Site;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** The ranking of resources for one order, today. */
@Component
public class OrderRanking {

  private final Resources resources;
  private final ReferenceData referenceData;
  private final Clock clock;

  OrderRanking(Resources resources, ReferenceData referenceData, Clock clock) {
    this.resources = resources;
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /** Everybody who is to do the work. */
  public List<RankedResource> all(WorkOrder order) {
    return ranked(order, Set.of());
  }

  /** Who is to be asked next: nobody who declined. */
  public Optional<RankedResource> next(WorkOrder order) {
    return ranked(order).stream().findFirst();
  }

  /**
   * Everybody who can be given the order now, but who has it: first who is to be asked, then everybody else, marked
   * with what speaks against it.
   */
  public List<RankedResource> open(WorkOrder order) {
    List<RankedResource> ranked = ranked(order);
    return Stream.concat(
            ranked.stream(), resources.others(order.site(), order.workType(), ranked, order.refusedBy()).stream())
        .filter(candidate -> order.resource().filter(candidate.resource().code()::equals).isEmpty())
        .toList();
  }

  Stream<RankedResource> search(List<RankedResource> ranked, String text, int limit) {
    SearchText search = new SearchText(text);
    return ranked.stream().filter(candidate -> search.isFoundIn(candidate.label())).limit(limit);
  }

  /** By code, by code and name, or by all that the list shows. */
  Optional<RankedResource> find(List<RankedResource> ranked, String value) {
    String text = value == null ? "" : value.strip();
    return ranked.stream()
        .filter(candidate -> candidate.resource().code().equals(text)
            || candidate.resource().label().equals(text)
            || candidate.label().equals(text))
        .findFirst();
  }

  private List<RankedResource> ranked(WorkOrder order) {
    Set<String> excluded = new HashSet<>(order.refusedBy());
    order.resource().ifPresent(excluded::add);
    return ranked(order, excluded);
  }

  private List<RankedResource> ranked(WorkOrder order, Set<String> excluded) {
    ZoneId zone = referenceData.site(order.site()).map(Site::timeZone).orElse(ZoneOffset.UTC);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return resources.ranked(order.client(), order.site(), order.workType(), today, excluded);
  }
}
