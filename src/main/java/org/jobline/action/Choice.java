package org.jobline.action;

/** One entry of a pick list; the property names are those form-js expects. */
public record Choice(String value, String label) {}
