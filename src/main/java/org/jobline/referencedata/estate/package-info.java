/**
 * Clients, sites, contacts, assets, priorities and types of work, as an order refers to them and a form offers them.
 */
@NamedInterface("estate")
@NullMarked
package org.jobline.referencedata.estate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
