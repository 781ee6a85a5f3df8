package org.jobline.documents.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jobline.lifecycle.quoting.QuotationDetail;
import org.jobline.lifecycle.quoting.QuotationDetail.InvitedContractorView;
import org.jobline.lifecycle.quoting.QuotationDetail.QuotationView;
import org.jobline.lifecycle.quoting.QuotationDetail.QuoteView;
import org.jobline.order.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The quotes of an order side by side, one column a contractor, the lowest total first (domain/quote.md). */
@Component
class QuoteComparison {

  private final QuotationDetail quotations;

  QuoteComparison(QuotationDetail quotations) {
    this.quotations = quotations;
  }

  record Line(String label, List<String> cells) {}

  /** Nothing to compare for an order whose type is not quoted for. */
  Map<String, Object> of(Order order) {
    QuotationView quotation = Objects.requireNonNullElse(
        quotations.of(order).quotation(), new QuotationView(0, null, null, null, List.of()));
    List<InvitedContractorView> offers = quotation.offers();
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("State", offers.stream().map(QuoteComparison::state).toList()));
    add(lines, offers, "Total", quote -> amount(quote, quote.total()));
    add(lines, offers, "Labour", quote -> amount(quote, quote.labour()));
    add(lines, offers, "Parts", quote -> amount(quote, quote.parts()));
    add(lines, offers, "Plant, equipment and other", quote -> amount(quote, quote.other()));
    add(lines, offers, "VAT", quote -> amount(quote, quote.vat()));
    add(lines, offers, "Above the cheapest", quote -> amount(quote, quote.aboveCheapest()));
    add(lines, offers, "Above the average order", quote -> amount(quote, quote.aboveAverage()));
    add(lines, offers, "Valid until", quote -> quote.validUntil() + (quote.expired() ? " (expired)" : ""));
    add(lines, offers, "Lead time in days", quote -> Objects.toString(quote.leadDays(), null));
    add(lines, offers, "Number attending", quote -> Objects.toString(quote.personnel(), null));
    add(lines, offers, "Impact on the site", QuoteView::impact);
    add(lines, offers, "Contractor's reference", QuoteView::reference);
    if (offers.stream().anyMatch(offer -> offer.score() != null)) {
      lines.add(new Line("Rating", offers.stream()
          .map(offer -> offer.score() == null ? "" : offer.score().toPlainString() + " of 5").toList()));
    }
    return Map.of(
        "specification", Objects.requireNonNullElse(quotation.specification(), ""),
        "contractors", offers.stream().map(InvitedContractorView::name).toList(),
        "lines", lines);
  }

  private static String state(InvitedContractorView offer) {
    QuoteView quote = offer.quote();
    return quote != null && quote.chosen() ? "chosen" : offer.state();
  }

  private static @Nullable String amount(QuoteView quote, @Nullable String amount) {
    return amount == null ? null : amount + " " + quote.currency();
  }

  /** What nobody has said is left out. */
  private static void add(
      List<Line> lines, List<InvitedContractorView> offers, String label, Function<QuoteView, @Nullable String> cell) {
    List<String> cells = offers.stream()
        .map(offer -> offer.quote() == null ? "" : Objects.requireNonNullElse(cell.apply(offer.quote()), "")).toList();
    if (cells.stream().anyMatch(text -> !text.isEmpty())) {
      lines.add(new Line(label, cells));
    }
  }
}
