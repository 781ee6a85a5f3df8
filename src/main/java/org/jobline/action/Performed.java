package org.jobline.action;

import org.jobline.workorder.Status;
import org.jobline.workorder.WorkOrderEvent;

/** What an action led to. */
public record Performed(WorkOrderEvent event, Status status) {}
