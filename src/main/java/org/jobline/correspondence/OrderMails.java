package org.jobline.correspondence;

import org.jobline.workorder.WorkOrder;
import org.springframework.stereotype.Service;

@Service
public class OrderMails {
  public void assign(WorkOrder order) {}
  public void assignedAgain(WorkOrder order) {}
  public void deallocated(WorkOrder order) {}
  public void cancelled(WorkOrder order) {}
  public void completed(WorkOrder order) {}
  public void etaRequested(WorkOrder order) {}
  public void eta(WorkOrder order) {}
}
