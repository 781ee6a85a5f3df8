package org.jobline.referencedata.supplier;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * What a part costs when more of it is bought at once.
 *
 * @param fromQuantity in units of purchase, included
 * @param price of each of them
 */
public record PriceBreak(
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal fromQuantity,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal price) {}
