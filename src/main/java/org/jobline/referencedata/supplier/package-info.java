/**
 * Whom parts are bought from: suppliers, what they agreed with each client, and their catalogues with units, packs and
 * prices, searched by the words people use.
 */
@NamedInterface("supplier")
@NullMarked
package org.jobline.referencedata.supplier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
