package io.tenantproof.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Ten thousand callers that are up to no good, beside one that is: a measure and no test.
 *
 * <p>A third of them says nothing, a third half a header, a third asks and does not read. Who is
 * hung up on comes back; a thousand a second come in all.
 */
public final class Crowd {

  private static final Duration CALM = Duration.ofSeconds(5);
  private static final List<String> MANNERS =
      List.of(
          "",
          "GET / HTTP/1.1\r\nHost: loc",
          "GET /openapi HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(1_500));

  private final List<Visitor> open = new ArrayList<>();
  private final InetSocketAddress address;
  private long opened;

  private Crowd(int port) {
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Measures a service that runs.
   *
   * @param arguments its two ports and process id, how many callers, for how many seconds
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Memory memory = new Memory(Long.parseLong(arguments[2]));
    int size = Integer.parseInt(arguments[3]);
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[4]));
    print("alone", memory, NormalCaller.ask(port, CALM));
    Crowd crowd = new Crowd(port);
    CompletableFuture<NormalCaller> beside =
        CompletableFuture.supplyAsync(() -> NormalCaller.ask(port, time));
    crowd.push(size, Instant.now().plus(time));
    print("beside %,d callers".formatted(size), memory, beside.join());
    System.out.printf(
        "%,d connections were opened, %,d are open, %s%n",
        crowd.opened,
        crowd.stay(),
        NormalCaller.metric(Integer.parseInt(arguments[1]), "http_server_connections{port=\"api"));
    crowd.leave();
    print("alone again", memory, NormalCaller.ask(port, CALM));
  }

  private static void print(String when, Memory memory, NormalCaller normal) {
    System.out.printf("%s: %s, %s%n", when, memory, normal);
  }

  private void push(int size, Instant until) throws IOException {
    while (Instant.now().isBefore(until)) {
      while (open.size() < size && Instant.now().isBefore(until)) {
        come();
        if (opened % 20 == 0) {
          LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
      }
      stay();
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private void come() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
    channel.configureBlocking(false);
    try {
      String manner = MANNERS.get((int) (opened % MANNERS.size()));
      boolean in = channel.connect(address);
      open.add(new Visitor(channel, manner));
      opened++;
      if (in) {
        open.getLast().speak();
      }
    } catch (IOException refused) {
      channel.close();
    }
  }

  /** Lets those speak that have got in, forgets those that were hung up on, counts the others. */
  private int stay() {
    open.removeIf(visitor -> !visitor.stays());
    return open.size();
  }

  private void leave() {
    open.forEach(Visitor::leave);
  }

  private record Visitor(SocketChannel channel, String manner) {

    void speak() throws IOException {
      channel.write(ByteBuffer.wrap(manner.getBytes(StandardCharsets.US_ASCII)));
    }

    // One that reads nothing notices its end by what it can't write.
    boolean stays() {
      try {
        if (channel.isConnectionPending()) {
          if (channel.finishConnect()) {
            speak();
          }
          return true;
        }
        return manner.isEmpty()
            ? channel.read(ByteBuffer.allocate(1)) >= 0
            : channel.write(ByteBuffer.wrap(new byte[] {'x'})) >= 0;
      } catch (IOException gone) {
        leave();
        return false;
      }
    }

    void leave() {
      try {
        channel.close();
      } catch (IOException itIsGone) {
        // Nothing is left to be closed.
      }
    }
  }
}
