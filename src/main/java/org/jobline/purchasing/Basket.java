package org.jobline.purchasing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jobline.action.FormRow;
import org.jobline.platform.error.FieldError;
import org.jobline.platform.error.InvalidFieldsException;
import org.jobline.referencedata.supplier.PartCatalogue;
import org.jobline.referencedata.supplier.CataloguePart;
import org.jobline.referencedata.supplier.PartKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody wants to buy: parts, with what their catalogue says of them, and descriptions of what is in no
 * catalogue (domain/purchasing.md, Order and lines).
 */
@Component
class Basket {

  private static final int PART = 0;
  private static final int DESCRIPTION = 1;
  private static final int QUANTITY = 2;
  private static final int PRICE = 3;
  private static final int VAT = 4;
  private static final int REQUIRED_BY = 5;
  /** What is in no catalogue is counted in this, with as many decimals as somebody types. */
  private static final UnitOfPurchase UNIT = UnitOfPurchase.counted("unit", UnitOfPurchase.MAX_PLACES);

  private final PartCatalogue catalogue;

  Basket(PartCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The suppliers of the parts, by their codes, in the order of the rows. */
  static List<String> suppliers(List<FormRow> rows) {
    return rows.stream().flatMap(row -> row.text(PART).stream()).flatMap(part -> PartKey.of(part).stream())
        .map(PartKey::supplier).distinct().toList();
  }

  /**
   * @param field the key of the table in the form
   * @param supplier whose parts can be bought; null while none is chosen
   * @throws InvalidFieldsException when a row is no line, saying which and why
   */
  List<NewLine> lines(String field, List<FormRow> rows, @Nullable String supplier) {
    List<FieldError> errors = new ArrayList<>();
    List<NewLine> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String name = "Row " + (i + 1) + ": ";
      line(rows.get(i), supplier, wrong -> errors.add(new FieldError(field, name + wrong))).ifPresent(lines::add);
    }
    if (!errors.isEmpty()) {
      throw new InvalidFieldsException(errors);
    }
    return lines;
  }

  private Optional<NewLine> line(
      FormRow row, @Nullable String supplier, Consumer<String> wrong) {
    Optional<String> typed = row.text(PART);
    if (typed.isEmpty()) {
      return freeText(row, wrong);
    }
    Optional<CataloguePart> part = PartKey.of(typed.get()).flatMap(catalogue::part);
    if (part.isEmpty()) {
      wrong.accept(typed.get() + " isn't in a catalogue.");
      return Optional.empty();
    }
    if (!part.get().supplier().equals(supplier)) {
      wrong.accept(part.get().key() + " is sold by " + part.get().supplier() + (supplier == null
          ? ". An order has one supplier." : ". An order has one supplier, and this is " + supplier + "."));
      return Optional.empty();
    }
    return ofCatalogue(part.get(), row, wrong);
  }

  private static Optional<NewLine> ofCatalogue(
      CataloguePart part, FormRow row, Consumer<String> wrong) {
    BigDecimal quantity = row.number(QUANTITY).orElseThrow();
    if (quantity.signum() > 0 && !part.isSoldIn(quantity)) {
      wrong.accept(part.name() + " is sold " + howItIsSold(part) + ".");
      return Optional.empty();
    }
    return Optional.of(new NewLine(
        part.code(), row.text(DESCRIPTION).orElse(part.name()), unit(part), quantity,
        row.number(PRICE).orElseGet(() -> part.priceFor(quantity)), row.number(VAT).orElse(part.vatRate()),
        row.date(REQUIRED_BY).orElse(null), null));
  }

  private static String howItIsSold(CataloguePart part) {
    return Stream.of(
            part.minimumQuantity() == null ? null : "from " + part.minimumQuantity().stripTrailingZeros().toPlainString(),
            part.multipleOf() == null ? null : "in multiples of " + part.multipleOf().stripTrailingZeros().toPlainString())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", ", "", " (" + part.unit().name() + ")"));
  }

  private static UnitOfPurchase unit(CataloguePart part) {
    return new UnitOfPurchase(part.unit().name(), part.unit().baseUnit(), part.unit().places(),
        part.unit().numerator(), part.unit().denominator());
  }

  private static Optional<NewLine> freeText(FormRow row, Consumer<String> wrong) {
    if (row.text(DESCRIPTION).isEmpty()) {
      wrong.accept("pick a part or describe what is to be bought.");
    }
    if (row.number(PRICE).isEmpty()) {
      wrong.accept("a price is needed for what is in no catalogue.");
    }
    if (row.number(VAT).isEmpty()) {
      wrong.accept("a VAT rate is needed for what is in no catalogue.");
    }
    if (row.text(DESCRIPTION).isEmpty() || row.number(PRICE).isEmpty() || row.number(VAT).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new NewLine(
        null, row.text(DESCRIPTION).get(), UNIT, row.number(QUANTITY).orElseThrow(), row.number(PRICE).get(),
        row.number(VAT).get(), row.date(REQUIRED_BY).orElse(null), null));
  }
}
