/**
 * Limits, levels and the questions asked of those who may spend; an order is locked while its question is open.
 */
@NamedInterface("authorisation")
package org.jobline.money.authorisation;

import org.springframework.modulith.NamedInterface;
