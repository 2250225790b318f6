package io.tenantproof.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A door to the JDK's HTTP server that hangs up on a client that tries TLS, as the servers of
 * registries do; the JDK's waits for the end of a line that never comes.
 */
final class PlainDoor implements AutoCloseable {

  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket door;
  private final InetSocketAddress server;

  PlainDoor(InetSocketAddress server) {
    this.server = server;
    try {
      door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /** The port on loopback. */
  int port() {
    return door.getLocalPort();
  }

  @Override
  public void close() {
    closed(door);
  }

  private void listen() {
    try {
      while (true) {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> let(client));
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  private void let(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      int first = in.read();
      if (first < 0 || first == TLS_HANDSHAKE) {
        return;
      }
      try (Socket inside = new Socket(server.getAddress(), server.getPort())) {
        Thread back = Thread.ofVirtual().start(() -> pass(inside, client));
        inside.getOutputStream().write(first);
        pass(client, inside);
        back.join();
      }
    } catch (IOException gone) {
      // The client sees the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      closed(to);
    }
  }

  private static void closed(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
