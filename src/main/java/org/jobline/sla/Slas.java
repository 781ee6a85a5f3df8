package org.jobline.sla;
import java.time.Instant;
import org.jobline.workorder.*;
import org.springframework.stereotype.Service;
@Service
public class Slas {
  public void start(OrderNumber n, String client, String site, String resource, String priority, Instant at) {}
  public void schedule(OrderNumber n, Schedule s) {}
  public void responded(OrderNumber n, Instant at) {}
  public void temporarilyFixed(OrderNumber n, Instant at) {}
  public void fixed(OrderNumber n, Instant at) {}
}
