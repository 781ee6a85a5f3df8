/**
 * Limits, levels and the questions asked of those who may spend; an order is locked while its question is open.
 */
@NamedInterface("authorisation")
@NullMarked
package org.jobline.money.authorisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
