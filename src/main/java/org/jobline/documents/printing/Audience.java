package org.jobline.documents.printing;

/** Who is going to read a paper. */
public enum Audience {
  /** The desk: what the house spends and what it asks for. */
  DESK,
  /** The contractor: what it is paid, not what the client pays. */
  RESOURCE,
  /** The client's contact: what the client pays, not what the contractor is paid. */
  CONTACT
}
