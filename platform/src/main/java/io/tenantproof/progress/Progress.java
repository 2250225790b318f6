package io.tenantproof.progress;

/** Receives the steps of long work, to be shown to a person or written to a log. */
public interface Progress {

  /**
   * Says that a step begins.
   *
   * @param name what is done, as a person would call it
   * @return the running step; close it when it ends
   */
  Step begin(String name);

  /** Says one line that belongs to no step. */
  void note(String line);

  /** One running step. A step that is closed before {@link #done} was called has failed. */
  interface Step extends AutoCloseable {

    /** Says what is being done now, as in "image 3 of 9: linking". */
    void detail(String now);

    /** Ends the step well and says its outcome, as in "9 images, 2 built". */
    void done(String outcome);

    @Override
    void close();
  }

  /** A progress that nobody looks at. */
  static Progress silent() {
    return new Silent();
  }
}
