package io.tenantproof.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;
import tools.jackson.databind.JsonNode;

/** The log of this process while it is open, line by line as another parser reads it. */
final class CapturedLog implements AutoCloseable {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private CapturedLog() {}

  static CapturedLog start() {
    CapturedLog log = new CapturedLog();
    PrintStream out = new PrintStream(log.bytes, true, StandardCharsets.UTF_8);
    new JsonLog(out, new JsonLogFormatter(RunningService.IDENTITY, "1.2.3")).install();
    return log;
  }

  List<JsonNode> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().map(RunningService::json).toList();
  }

  /** The lines about requests. */
  List<JsonNode> requests() {
    return lines().stream().filter(line -> line.has("route")).toList();
  }

  @Override
  public void close() {
    LogManager.getLogManager().reset();
  }
}
