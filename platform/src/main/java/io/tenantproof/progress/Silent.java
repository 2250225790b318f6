package io.tenantproof.progress;

/** Shows nothing. */
record Silent() implements Progress, Progress.Step {

  @Override
  public Step begin(String name) {
    return this;
  }

  @Override
  public void note(String line) {}

  @Override
  public void detail(String now) {}

  @Override
  public void done(String outcome) {}

  @Override
  public void close() {}
}
