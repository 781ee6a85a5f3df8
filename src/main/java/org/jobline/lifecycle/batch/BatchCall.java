package org.jobline.lifecycle.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jobline.action.SiteTime;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.estate.Priority;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Component;

/** What is logged for a batch: one order as urgent as the most urgent of it, for whoever reported the first of it. */
@Component
class BatchCall {

  private static final int MAX_DESCRIPTION = 4000;

  private final ContractorService contractors;
  private final ReferenceData referenceData;
  private final SiteTime siteTime;
  private final Clock clock;

  BatchCall(ContractorService contractors, ReferenceData referenceData, SiteTime siteTime, Clock clock) {
    this.contractors = contractors;
    this.referenceData = referenceData;
    this.siteTime = siteTime;
    this.clock = clock;
  }

  /**
   * The fields of the form that logs it, with the contractor that is ranked first if there is any.
   *
   * @param batch of one building, first reported first
   */
  Map<String, Object> of(List<WorkOrder> batch) {
    WorkOrder first = batch.get(0);
    Map<String, Object> call = new LinkedHashMap<>(Map.of(
        "site", first.site(), "workType", first.workType(), "priority", mostUrgent(batch),
        "description", description(batch), "contactName", first.contactName(), "scheduleKind", "up to SLA",
        "notBatched", true, "confirmDuplicate", true));
    if (first.contactPhone() != null) {
      call.put("contactPhone", first.contactPhone());
    }
    LocalDate today = clock.instant().atZone(siteTime.of(first.site())).toLocalDate();
    contractors.ranked(first.client(), first.site(), first.workType(), today, List.of()).stream()
        .findFirst().ifPresent(ranked -> call.put("resource", ranked.contractor().code()));
    return call;
  }

  private String mostUrgent(List<WorkOrder> batch) {
    return batch.stream().map(WorkOrder::priority).distinct()
        .map(code -> referenceData.priority(code).orElseThrow())
        .min(Comparator.comparingInt(Priority::rank))
        .orElseThrow().code();
  }

  private static String description(List<WorkOrder> batch) {
    String all = batch.stream()
        .map(order -> order.number() + ": " + order.description())
        .collect(Collectors.joining("\n"));
    return all.length() > MAX_DESCRIPTION ? all.substring(0, MAX_DESCRIPTION - 1) + "…" : all;
  }
}
