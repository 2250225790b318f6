package io.tenantproof.story;

/** Something was not as the story tells it. */
public final class StoryFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoryFailed(String message) {
    super(message);
  }

  StoryFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
