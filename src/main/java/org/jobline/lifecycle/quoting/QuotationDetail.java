package org.jobline.lifecycle.quoting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jobline.order.Order;
import org.jobline.order.OrderDetail;
import org.jobline.referencedata.contractor.Contractor;
import org.jobline.referencedata.contractor.ContractorService;
import org.jobline.referencedata.contractor.FeedbackService;
import org.jobline.referencedata.contractor.Score;
import org.jobline.referencedata.estate.ReferenceData;
import org.jobline.workorder.WorkOrders;
import org.jobline.workorder.quoting.Quotation;
import org.jobline.workorder.quoting.Quotations;
import org.jobline.workorder.quoting.Quote;
import org.jobline.workorder.quoting.QuoteRequest;
import org.jobline.workorder.quoting.Selection;
import org.jobline.workorder.quoting.Specification;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was asked and quoted for an order, side by side (domain/quote.md, How it runs, 4). */
@Component
public class QuotationDetail implements OrderDetail<QuotationDetail.QuotationPart> {

  private final Quotations quotations;
  private final WorkOrders workOrders;
  private final ContractorService contractors;
  private final FeedbackService feedback;
  private final ReferenceData referenceData;
  private final QuoteTerms terms;

  QuotationDetail(
      Quotations quotations, WorkOrders workOrders, ContractorService contractors, FeedbackService feedback,
      ReferenceData referenceData, QuoteTerms terms) {
    this.quotations = quotations;
    this.workOrders = workOrders;
    this.contractors = contractors;
    this.feedback = feedback;
    this.referenceData = referenceData;
    this.terms = terms;
  }

  /** @param quotation null for an order of another type */
  public record QuotationPart(@Nullable QuotationView quotation) {}

  /**
   * All that was asked and quoted.
   *
   * @param specificationVersion 0 while nothing is specified
   * @param averageOrderValue what the client pays for such work on average
   * @param offers one a contractor that was asked: the quotes by total, then those without one
   */
  public record QuotationView(
      int specificationVersion, @Nullable String specification, @Nullable LocalDate replyBy,
      @Nullable String averageOrderValue, List<InvitedContractorView> offers) {}

  /**
   * What one contractor was asked and has quoted.
   *
   * @param state open, answered, declined or withdrawn
   * @param reason why it declined or withdrew
   * @param score how it is rated, from 1 to 5
   * @param quote null while it has quoted nothing
   */
  public record InvitedContractorView(
      String contractor, String name, String state, @Nullable String reason, Instant askedAt, LocalDate replyBy,
      boolean overdue, @Nullable BigDecimal score, @Nullable QuoteView quote) {}

  /**
   * The last version of a quote.
   *
   * @param id what the action Select Quote takes
   * @param daysLeft how many days it still holds, negative when it has expired
   * @param toBeConfirmed whether it was given for an earlier version of the specification
   * @param aboveCheapest how much more it is than the cheapest quote that can be chosen
   * @param aboveAverage how much more it is than the average order value, negative when it is less
   * @param obstacle why it can't be chosen
   * @param chosen whether it is chosen, final or waiting to be authorised
   */
  public record QuoteView(
      String id, int version, String labour, String parts, String other, String total, @Nullable String vat,
      String currency, LocalDate validUntil, long daysLeft, boolean expired, boolean toBeConfirmed,
      @Nullable Integer personnel, @Nullable Integer leadDays, @Nullable String impact, @Nullable String reference,
      @Nullable String aboveCheapest, @Nullable String aboveAverage, @Nullable String obstacle, boolean chosen,
      boolean waitsForAuthorisation) {}

  @Override
  public QuotationPart of(Order order) {
    return new QuotationPart(quotations.find(order).map(quotation -> view(order, quotation)).orElse(null));
  }

  private QuotationView view(Order order, Quotation quotation) {
    Optional<BigDecimal> average =
        referenceData.averageOrderValue(order.client(), workOrders.of(order).workType());
    Map<String, Score> scores =
        feedback.scores(quotation.requests().stream().map(QuoteRequest::contractor).toList());
    LocalDate today = terms.today(order);
    return new QuotationView(
        quotation.specification().map(Specification::version).orElse(0),
        quotation.specification().map(Specification::text).orElse(null),
        quotation.replyBy().orElse(null),
        average.map(BigDecimal::toPlainString).orElse(null),
        quotation.requests().stream()
            .sorted(Comparator
                .comparing((QuoteRequest request) -> quotation.latest(request.contractor())
                    .map(quote -> quote.price().total()).orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(QuoteRequest::contractor))
            .map(request -> new InvitedContractorView(
                request.contractor(),
                contractors.find(request.contractor()).map(Contractor::name).orElse(request.contractor()),
                request.state().label(), request.reason(), request.askedAt(), request.replyBy(),
                request.isOverdue(today),
                Optional.ofNullable(scores.get(request.contractor())).map(Score::average).orElse(null),
                quotation.latest(request.contractor())
                    .map(quote -> view(quote, quotation, today, average)).orElse(null)))
            .toList());
  }

  private static QuoteView view(Quote quote, Quotation quotation, LocalDate today, Optional<BigDecimal> average) {
    BigDecimal total = quote.price().total();
    Optional<Selection> chosen = quotation.selection()
        .filter(selection -> selection.contractor().equals(quote.contractor())
            && selection.quoteVersion() == quote.version());
    BigDecimal vat = quote.price().vat();
    return new QuoteView(
        quote.id(), quote.version(), quote.price().labour().toPlainString(), quote.price().parts().toPlainString(),
        quote.price().other().toPlainString(), total.toPlainString(), vat == null ? null : vat.toPlainString(),
        quote.price().currency(), quote.validUntil(), ChronoUnit.DAYS.between(today, quote.validUntil()),
        quote.isExpired(today), !quotation.isForPresentSpecification(quote), quote.terms().personnel(),
        quote.terms().leadDays(), quote.terms().impact(), quote.terms().reference(),
        quotation.cheapest(today).map(least -> total.subtract(least).toPlainString()).orElse(null),
        average.map(usual -> total.subtract(usual).toPlainString()).orElse(null),
        quotation.obstacle(quote, today).orElse(null), chosen.isPresent(),
        chosen.filter(selection -> selection.state() == Selection.State.WAITING).isPresent());
  }
}
