package org.jobline.purchasing;

import org.jspecify.annotations.Nullable;

/**
 * A receipt, return or dispatch was wrong.
 *
 * @param number of the document
 * @param reason required
 */
record UndoDocument(String number, @Nullable String reason) {}
