package io.tenantproof.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Work that only one thread on this machine does at a time, whichever program it belongs to. A
 * program that is killed lets go of it.
 *
 * @param file that is locked; it stays, for whoever waits has it open
 */
public record Exclusive(Path file) {

  // A file's lock belongs to the whole JVM and ends when any of its channels to the file is closed
  // (FileLock's Javadoc), so the threads of one JVM take turns here first.
  private static final Map<Path, Lock> THIS_JVM = new ConcurrentHashMap<>();

  /** Does the work when its turn has come. */
  public <T> T run(Supplier<T> work) {
    Lock here = here();
    here.lock();
    try (FileChannel channel = open();
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IllegalStateException("the lock of " + file + " was lost");
      }
      return work.get();
    } catch (IOException e) {
      throw failed(e);
    } finally {
      here.unlock();
    }
  }

  /** Does the work if nobody else is at it, and leaves it undone otherwise. */
  public void runIfFree(Runnable work) {
    Lock here = here();
    if (!here.tryLock()) {
      return;
    }
    try (FileChannel channel = open();
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        work.run();
      }
    } catch (IOException e) {
      throw failed(e);
    } finally {
      here.unlock();
    }
  }

  private Lock here() {
    return THIS_JVM.computeIfAbsent(file.toAbsolutePath().normalize(), name -> new ReentrantLock());
  }

  private FileChannel open() throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(file + " can't be locked", e);
  }
}
