package io.tenantproof.demo;

import io.helidon.common.buffers.DataReader;
import java.io.PrintStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where every log record of the process goes: one line each, written at once. */
final class JsonLog extends Handler {

  private static final String OWN_LOGGERS = "io.tenantproof.";

  private final PrintStream out;

  JsonLog(PrintStream out, Formatter formatter) {
    this.out = out;
    setFormatter(formatter);
    setLevel(Level.ALL);
  }

  /** Makes it the only handler of the process. */
  void install() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(this);
  }

  @Override
  public boolean isLoggable(@Nullable LogRecord record) {
    return super.isLoggable(record)
        && record != null
        && (own(record) || record.getLevel().intValue() >= Level.WARNING.intValue())
        && !callerLeft(record);
  }

  @Override
  public void publish(@Nullable LogRecord record) {
    if (record != null && isLoggable(record)) {
      byte[] line = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
      // One write a line: lines of several threads do not mix.
      out.write(line, 0, line.length);
      out.flush();
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  /** Standard output stays open: it is not ours. */
  @Override
  public void close() {
    flush();
  }

  /** Libraries are heard when they warn. */
  private static boolean own(LogRecord record) {
    String logger = record.getLoggerName();
    return logger != null && logger.startsWith(OWN_LOGGERS);
  }

  /**
   * Helidon warns when a connection ends in the middle of a request, by the caller or by the guard:
   * anybody can make it do so.
   */
  private static boolean callerLeft(LogRecord record) {
    Throwable thrown = record.getThrown();
    while (thrown != null) {
      if (thrown instanceof DataReader.InsufficientDataAvailableException
          || thrown instanceof ClosedChannelException) {
        return true;
      }
      thrown = thrown.getCause();
    }
    return false;
  }
}
