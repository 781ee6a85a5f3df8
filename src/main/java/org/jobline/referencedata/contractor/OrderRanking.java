package org.jobline.referencedata.contractor;

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

/** The ranking of contractors for one order, today. */
@Component
public class OrderRanking {

  private final ContractorService contractors;
  private final ReferenceData referenceData;
  private final Clock clock;

  OrderRanking(ContractorService contractors, ReferenceData referenceData, Clock clock) {
    this.contractors = contractors;
    this.referenceData = referenceData;
    this.clock = clock;
  }

  /** Everybody who is to do the work. */
  public List<RankedContractor> all(WorkOrder order) {
    return ranked(order, Set.of());
  }

  /** Those who are to do the work by an agreement, best first. */
  public List<Contractor> agreed(WorkOrder order) {
    return ranked(order).stream().map(RankedContractor::contractor)
        .filter(contractor -> contractors.agreement(contractor.code(), order.client(), order.site(), order.workType(),
            today(order)).isPresent())
        .toList();
  }

  /** Who is to be asked next: nobody who declined. */
  public Optional<RankedContractor> next(WorkOrder order) {
    return ranked(order).stream().findFirst();
  }

  /**
   * Everybody who can be given the order now, but who has it: first who is to be asked, then everybody else, marked
   * with what speaks against it.
   */
  public List<RankedContractor> open(WorkOrder order) {
    List<RankedContractor> ranked = ranked(order);
    return Stream.concat(
            ranked.stream(), contractors.others(order.site(), order.workType(), ranked, order.refusedBy()).stream())
        .filter(candidate -> order.contractor().filter(candidate.contractor().code()::equals).isEmpty())
        .toList();
  }

  Stream<RankedContractor> search(List<RankedContractor> ranked, String text, int limit) {
    SearchText search = new SearchText(text);
    return ranked.stream().filter(candidate -> search.isFoundIn(candidate.label())).limit(limit);
  }

  /** By code, by code and name, or by all that the list shows. */
  Optional<RankedContractor> find(List<RankedContractor> ranked, String value) {
    String text = value == null ? "" : value.strip();
    return ranked.stream()
        .filter(candidate -> candidate.contractor().code().equals(text)
            || candidate.contractor().label().equals(text)
            || candidate.label().equals(text))
        .findFirst();
  }

  private List<RankedContractor> ranked(WorkOrder order) {
    Set<String> excluded = new HashSet<>(order.refusedBy());
    order.contractor().ifPresent(excluded::add);
    return ranked(order, excluded);
  }

  private List<RankedContractor> ranked(WorkOrder order, Set<String> excluded) {
    return contractors.ranked(order.client(), order.site(), order.workType(), today(order), excluded);
  }

  private LocalDate today(WorkOrder order) {
    ZoneId zone = referenceData.site(order.site()).map(Site::timeZone).orElse(ZoneOffset.UTC);
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
