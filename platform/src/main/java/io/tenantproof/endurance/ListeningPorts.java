package io.tenantproof.endurance;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * TCP ports that listen on a loopback address, by the kernel's tables (proc_net(5)): addresses are
 * hexadecimal words in the machine's byte order, and the state 0A is that of a listener.
 */
final class ListeningPorts {

  private static final String LISTENS = "0A";
  private static final int LOCAL = 1;
  private static final int STATE = 3;

  // 127.0.0.1, ::1 and ::ffff:127.0.0.1 of a machine whose lowest byte comes first.
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

  private ListeningPorts() {}

  /** The ports in lines of {@code /proc/net/tcp} and {@code /proc/net/tcp6}, each once. */
  static List<String> in(Stream<String> lines) {
    return lines
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > STATE && words[STATE].equals(LISTENS))
        .map(words -> words[LOCAL].split(":", 2))
        .filter(address -> LOOPBACK.contains(address[0]))
        .map(address -> String.valueOf(Integer.parseInt(address[1], 16)))
        .distinct()
        .toList();
  }
}
