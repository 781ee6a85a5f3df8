package org.jobline.cost;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.estate.Estate;
import org.jobline.resource.Agreement;
import org.jobline.resource.Agreement.RecallCharge;
import org.jobline.resource.Rate;
import org.jobline.resource.RateCard;
import org.jobline.resource.Resources;
import org.jobline.sla.Running;
import org.jobline.sla.Slas;
import org.jobline.visit.Visit;
import org.jobline.visit.Visits;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** Gathers what the price of an order's visits depends on. */
@Component
class VisitCosts {

  private final Visits visits;
  private final Resources resources;
  private final Estate estate;
  private final Slas slas;

  VisitCosts(Visits visits, Resources resources, Estate estate, Slas slas) {
    this.visits = visits;
    this.resources = resources;
    this.estate = estate;
    this.slas = slas;
  }

  /** Empty before the first visit has ended. */
  Optional<CalculatedCost> of(WorkOrder order) {
    List<Visit> made = visits.of(order.number()).stream().filter(visit -> visit.stoppedAt() != null).toList();
    if (made.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Tariff> tariffs = new HashMap<>();
    made.forEach(visit -> {
      if (visit.resource() != null) {
        tariffs.computeIfAbsent(visit.resource(), resource -> tariff(order, resource, made.get(0).startedAt()));
      }
    });
    boolean byResponse = tariffs.values().stream()
        .anyMatch(tariff -> tariff.reactive().dependsOnResponse() || tariff.day().dependsOnResponse());
    List<Running> runnings = byResponse ? slas.runnings(order.number()) : List.of();
    return Optional.of(CalculatedCost.of(
        made.stream().map(visit -> attendance(visit, made, runnings, tariffs)).toList(),
        estate.site(order.site()).orElseThrow().timeZone()));
  }

  private Tariff tariff(WorkOrder order, String resource, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, estate.site(order.site()).orElseThrow().timeZone());
    return new Tariff(
        resources.rateCard(resource, order.client(), Rate.Purpose.REACTIVE),
        order.isByTheDay() ? resources.rateCard(resource, order.client(), Rate.Purpose.DAY) : RateCard.EMPTY,
        resources.openingHours(resource),
        resources.agreement(resource, order.client(), order.site(), order.workType(), day)
            .map(Agreement::recallCharge).orElse(RecallCharge.FULL));
  }

  /** Who came first after the call decides for all who came for it. */
  private static Attendance attendance(
      Visit visit, List<Visit> made, List<Running> runnings, Map<String, Tariff> tariffs) {
    Optional<Running> call = runnings.stream()
        .filter(running -> !running.startedAt().isAfter(visit.startedAt()))
        .max(Comparator.comparing(Running::startedAt));
    Optional<Instant> first = call.map(running -> made.stream()
        .map(Visit::startedAt)
        .filter(start -> !start.isBefore(running.startedAt()))
        .min(Comparator.naturalOrder()).orElseThrow());
    return new Attendance(
        visit.startedAt(), visit.stoppedAt(), visit.attending(), visit.partsCost(), "completed".equals(visit.outcome()),
        first.map(start -> Duration.between(call.orElseThrow().startedAt(), start)).orElse(null),
        first.map(start -> call.orElseThrow().isInTime(start)).orElse(true),
        tariffs.getOrDefault(visit.resource(), Tariff.NOTHING));
  }
}
