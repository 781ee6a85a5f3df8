package org.jobline.referencedata.contractor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.action.Choice;
import org.jobline.action.PickList;
import org.jobline.order.Order;
import org.jobline.workorder.WorkOrders;
import org.springframework.stereotype.Component;

/** Who may be given the order, first choice first, each with the reason for its place. */
@Component
class RankedContractorPickList implements PickList {

  private final WorkOrders workOrders;
  private final OrderRanking ranking;
  private final FeedbackService feedbacks;

  RankedContractorPickList(WorkOrders workOrders, OrderRanking ranking, FeedbackService feedbacks) {
    this.workOrders = workOrders;
    this.ranking = ranking;
    this.feedbacks = feedbacks;
  }

  @Override
  public String name() {
    return "rankedResources";
  }

  @Override
  public List<Choice> choices(Optional<Order> order, String text, int limit) {
    List<RankedContractor> ranked = order.flatMap(workOrders::find).stream()
        .flatMap(present -> ranking.search(ranking.open(present), text, limit))
        .toList();
    Map<String, Score> scores =
        feedbacks.scores(ranked.stream().map(candidate -> candidate.contractor().code()).toList());
    return ranked.stream()
        .map(candidate -> choice(candidate, Optional.ofNullable(scores.get(candidate.contractor().code()))))
        .toList();
  }

  @Override
  public Optional<Choice> find(Optional<Order> order, String value) {
    return order.flatMap(workOrders::find)
        .flatMap(present -> ranking.find(ranking.open(present), value))
        .map(candidate -> choice(candidate, Optional.empty()))
        .or(() -> choices(order, "", Integer.MAX_VALUE).stream()
            .filter(choice -> choice.label().equals(value))
            .findFirst());
  }

  private static Choice choice(RankedContractor ranked, Optional<Score> score) {
    return new Choice(ranked.contractor().code(),
        ranked.label() + score.map(rating -> ", " + rating.words()).orElse(""));
  }

  @Override
  public String expectation() {
    return "Pick an approved contractor other than the current one.";
  }
}
