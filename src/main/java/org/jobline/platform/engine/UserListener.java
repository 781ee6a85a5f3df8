package org.jobline.platform.engine;

/** Told when a user is removed, within the same transaction, so that nothing is left to a later user of that name. */
public interface UserListener {

  void removed(String user);
}
