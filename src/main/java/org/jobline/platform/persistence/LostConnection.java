package org.jobline.platform.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of the connection to the database from all others: what was being done may be sent again. */
public final class LostConnection {

  private LostConnection() {}

  public static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        // a commit or rollback that could not even be sent
        .anyMatch(cause -> cause instanceof TransactionSystemException
            || cause instanceof SQLException sql && isLoss(sql));
  }

  private static boolean isLoss(SQLException failure) {
    String state = failure.getSQLState();
    // class 08: connection exceptions; 57P0x: the server is being ended, has crashed or is just starting
    return failure instanceof SQLTransientConnectionException
        || state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }
}
