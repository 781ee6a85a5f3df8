package org.jobline.referencedata.contractor;

/**
 * A contractor that can be given an order.
 *
 * @param position 1 is to be asked first
 * @param why what gave it its position, in the helpdesk's words, such as "contract C-007"
 */
public record RankedContractor(Contractor contractor, int position, String why) {

  public String label() {
    return contractor.label() + " (" + why + ")";
  }
}
