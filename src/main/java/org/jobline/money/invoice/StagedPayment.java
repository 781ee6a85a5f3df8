package org.jobline.money.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A part of a fixed cost that may be invoiced from a day on. */
record StagedPayment(LocalDate date, BigDecimal amount) {}
