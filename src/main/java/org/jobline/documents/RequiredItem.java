package org.jobline.documents;

/**
 * Something an order is not complete without.
 *
 * @param kind {@code document}, {@code certificate} (one that says "pass") or {@code sign-off}
 * @param item the type of document or certificate
 */
record RequiredItem(String kind, String item) {}
