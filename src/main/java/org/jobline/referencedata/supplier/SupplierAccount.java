package org.jobline.referencedata.supplier;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier and one of its clients agreed.
 *
 * @param client the client's code
 * @param accountNumber how the supplier knows the client; null when it has no number
 * @param tolerancePercent how much more than was ordered may be kept; null for the supplier's own
 * @param active whether the client still buys from the supplier
 */
public record SupplierAccount(
    String supplier,
    String client,
    @Nullable String accountNumber,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal tolerancePercent,
    boolean active) {}
