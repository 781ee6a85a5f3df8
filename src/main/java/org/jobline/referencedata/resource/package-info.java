/**
 * Contractors ("resources"), what they agreed to and charge, how they are ranked for an order, and what agents say of them.
 */
@NamedInterface("resource")
package org.jobline.referencedata.resource;

import org.springframework.modulith.NamedInterface;
