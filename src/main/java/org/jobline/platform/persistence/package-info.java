/**
 * The database: the embedded server and its backup, large objects, text that is searched, and what belongs to a
 * transaction. A row is read once in a transaction and written at its end if it was changed.
 */
@NamedInterface("persistence")
@NullMarked
package org.jobline.platform.persistence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
