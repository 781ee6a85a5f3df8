package org.jobline.sla;
import java.time.Duration;
import org.springframework.stereotype.Service;
@Service
public class ChaseTimes { public Duration after(String o) { return Duration.ofMinutes(15); } }
