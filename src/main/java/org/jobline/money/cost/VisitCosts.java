package org.jobline.money.cost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.lifecycle.visit.Visit;
import org.jobline.lifecycle.visit.VisitService;
import org.jobline.referencedata.contractor.Agreement;
import org.jobline.referencedata.contractor.Agreement.RecallCharge;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.contractor.Rate;
import org.jobline.referencedata.contractor.RateCard;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.sla.SlaPeriod;
import org.jobline.sla.SlaService;
import org.jobline.workorder.WorkOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the price of an order's visits depends on. */
@Component
class VisitCosts {

  private final VisitService visits;
  private final RemoteFixRepository remoteFixes;
  private final ContractorService contractors;
  private final ReferenceData referenceData;
  private final SlaService slas;
  private final Clock clock;

  VisitCosts(
      VisitService visits, RemoteFixRepository remoteFixes, ContractorService contractors, ReferenceData referenceData,
      SlaService slas, Clock clock) {
    this.visits = visits;
    this.remoteFixes = remoteFixes;
    this.contractors = contractors;
    this.referenceData = referenceData;
    this.slas = slas;
    this.clock = clock;
  }

  private record Terms(@Nullable String contractor, boolean byTheDay) {

    static Terms of(Visit visit) {
      return new Terms(visit.contractor(), visit.byTheDay());
    }
  }

  /** Empty before the first visit has ended. */
  Optional<CalculatedCost> of(WorkOrder order) {
    List<Visit> made = visits.of(order.number()).stream().filter(visit -> !visit.isOpen()).toList();
    if (made.isEmpty()) {
      return Optional.empty();
    }
    ZoneId site = zone(order);
    LocalDate first = LocalDate.ofInstant(made.get(0).startedAt(), site);
    Map<Terms, Tariff> tariffs = new HashMap<>();
    Function<Visit, Tariff> tariffOf =
        visit -> tariffs.computeIfAbsent(Terms.of(visit), terms -> tariff(order, terms, first, site));
    boolean byResponse = made.stream().map(tariffOf)
        .anyMatch(tariff -> tariff.reactive().dependsOnResponse() || tariff.day().dependsOnResponse());
    List<SlaPeriod> runnings = byResponse ? slas.periods(order.number()) : List.of();
    Set<Long> resumed = visits.resumed(order).stream().map(Visit::id).collect(Collectors.toSet());
    return Optional.of(CalculatedCost.of(
        made.stream()
            .map(visit -> attendance(visit, made, resumed.contains(visit.id()), runnings, tariffOf.apply(visit)))
            .toList(),
        remoteFixes.findByOrderNumberOrderByFixedAt(order.number().value()), site));
  }

  /** Whether contracts cover whatever the order's contractor does, and whatever was done by others before. */
  boolean areCovered(WorkOrder order) {
    if (order.contractor().isEmpty()) {
      return false;
    }
    List<Visit> made = visits.of(order.number());
    Instant begun = made.isEmpty() ? clock.instant() : made.get(0).startedAt();
    LocalDate day = LocalDate.ofInstant(begun, zone(order));
    return Stream.concat(order.contractor().stream(), made.stream().map(Visit::contractor)).distinct().allMatch(
        contractor -> contractor != null
            && agreement(order, contractor, day).filter(Agreement::comprehensive).isPresent());
  }

  private ZoneId zone(WorkOrder order) {
    return referenceData.site(order.site()).orElseThrow().timeZone();
  }

  private Optional<Agreement> agreement(WorkOrder order, String contractor, LocalDate day) {
    return contractors.agreement(contractor, order.client(), order.site(), order.workType(), day);
  }

  private Tariff tariff(WorkOrder order, Terms terms, LocalDate day, ZoneId site) {
    String contractor = terms.contractor();
    if (contractor == null) {
      return Tariff.NONE;
    }
    Optional<Agreement> agreement = agreement(order, contractor, day);
    return new Tariff(
        contractor,
        contractors.rateCard(contractor, order.client(), Rate.Purpose.REACTIVE),
        terms.byTheDay() ? contractors.rateCard(contractor, order.client(), Rate.Purpose.DAY) : RateCard.EMPTY,
        contractors.openingHours(contractor).at(site),
        agreement.map(Agreement::recallCharge).orElse(RecallCharge.FULL),
        agreement.map(Agreement::comprehensive).orElse(false));
  }

  /** Who came first after the call decides for all who came for it. */
  private static Attendance attendance(
      Visit visit, List<Visit> made, boolean resumed, List<SlaPeriod> runnings, Tariff tariff) {
    Optional<SlaPeriod> call = runnings.stream()
        .filter(running -> !running.startedAt().isAfter(visit.startedAt()))
        .max(Comparator.comparing(SlaPeriod::startedAt));
    Optional<Instant> first = call.map(running -> made.stream()
        .map(Visit::startedAt)
        .filter(start -> !start.isBefore(running.startedAt()))
        .min(Comparator.naturalOrder()).orElseThrow());
    return new Attendance(
        visit.startedAt(), visit.ended(), visit.attending(), visit.partsCost(), visit.completed(), resumed,
        first.map(start -> Duration.between(call.orElseThrow().startedAt(), start)).orElse(null),
        first.map(start -> call.orElseThrow().isInTime(start)).orElse(true),
        tariff);
  }
}
