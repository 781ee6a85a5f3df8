/**
 * Contractors ("resources"), what they agreed to and charge, how they are ranked for an order, and what agents say of them.
 */
@NamedInterface("resource")
@NullMarked
package org.jobline.referencedata.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
