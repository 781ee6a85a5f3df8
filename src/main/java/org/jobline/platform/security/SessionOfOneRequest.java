package org.jobline.platform.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what is kept during one request and forgotten after it. */
class SessionOfOneRequest implements HttpSession {

  private final ServletContext context;
  private final String id = UUID.randomUUID().toString();
  private final long createdAt = System.currentTimeMillis();
  private final Map<String, Object> attributes = new HashMap<>();
  private boolean ended;

  SessionOfOneRequest(ServletContext context) {
    this.context = context;
  }

  boolean isEnded() {
    return ended;
  }

  @Override
  public long getCreationTime() {
    return createdAt;
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public long getLastAccessedTime() {
    return createdAt;
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public void setMaxInactiveInterval(int seconds) {
    // it does not last that long
  }

  @Override
  public int getMaxInactiveInterval() {
    return 0;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public void invalidate() {
    attributes.clear();
    ended = true;
  }

  @Override
  public boolean isNew() {
    return true;
  }
}
