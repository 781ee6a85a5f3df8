package org.jobline.referencedata.supplier;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a supplier's catalogue (domain/purchasing.md).
 *
 * @param supplier the supplier's code
 * @param code the supplier's own for it
 * @param workType null for any work type
 * @param unit what it is bought in and counted in
 * @param price of one unit of purchase, without VAT, in the supplier's currency
 * @param vatRate in percent
 * @param minimumQuantity in units of purchase; null: any
 * @param multipleOf in units of purchase, such as full layers of a pallet; null: any
 * @param active whether it can still be ordered
 * @param breaks the cheaper prices of more, by quantity
 */
public record CataloguePart(
    String supplier,
    String code,
    String name,
    @Nullable String description,
    @Nullable String workType,
    CatalogueUnit unit,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal vatRate,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal minimumQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal multipleOf,
    boolean active,
    List<PriceBreak> breaks) {

  public CataloguePart {
    breaks = breaks.stream().sorted(Comparator.comparing(PriceBreak::fromQuantity)).toList();
  }

  CataloguePart with(List<PriceBreak> found) {
    return new CataloguePart(supplier, code, name, description, workType, unit, price, vatRate, minimumQuantity,
        multipleOf, active, found);
  }

  public PartKey key() {
    return new PartKey(supplier, code);
  }

  public String label() {
    return key() + " " + name + " (" + unit.name() + ")";
  }

  /** What one unit of purchase costs when so many are bought: the break that begins last, else the price. */
  public BigDecimal priceFor(BigDecimal quantity) {
    return breaks.stream()
        .filter(each -> each.fromQuantity().compareTo(quantity) <= 0)
        .reduce((earlier, later) -> later)
        .map(PriceBreak::price).orElse(price);
  }

  /** Whether the supplier sells so many units of purchase. */
  public boolean isSoldIn(BigDecimal quantity) {
    return quantity.signum() > 0
        && (minimumQuantity == null || quantity.compareTo(minimumQuantity) >= 0)
        && (multipleOf == null || quantity.remainder(multipleOf).signum() == 0);
  }
}
