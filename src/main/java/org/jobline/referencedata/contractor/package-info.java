/**
 * Contractors ("resources"), what they agreed to and charge, how they are ranked for an order, and what agents say of them.
 */
@NamedInterface("contractor")
@NullMarked
package org.jobline.referencedata.contractor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
