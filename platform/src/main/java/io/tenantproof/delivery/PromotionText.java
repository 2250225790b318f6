package io.tenantproof.delivery;

import io.tenantproof.image.PinnedImage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a promotion says of itself, in git and to whoever reviews it.
 *
 * @param image that is promoted
 * @param changes one a tenant
 * @param run who promotes
 * @param checks what was checked before, a line each
 * @param choice which tenants
 */
record PromotionText(
    PinnedImage image,
    List<ImageChange> changes,
    CiRun run,
    List<String> checks,
    TenantChoice choice) {

  private static final int TENANTS_IN_TITLE = 3;

  /** One line. */
  String title() {
    String whom =
        changes.size() <= TENANTS_IN_TITLE
            ? changes.stream().map(one -> one.tenant().name()).collect(Collectors.joining(", "))
            : changes.size() + " tenants";
    return "chore(gitops): promote %s %s to %s"
        .formatted(image.name().repository().replaceFirst(".*/", ""), image.name().tag(), whom);
  }

  /** The commit's message: what, from which commit, and who wants it. */
  String commit() {
    return """
    %s

    Image: %s%s
    Promoted-by: %s
    """
        .formatted(
            title(),
            image,
            run.commit().map(commit -> "\nBuilt-from: " + commit).orElse(""),
            run.actor());
  }

  /** The description in Markdown. */
  String body() {
    return """
    Promotes `%s`.

    | Tenant | Environment | From | To |
    | --- | --- | --- | --- |
    %s

    | | |
    | --- | --- |
    | Digest | %s |
    | Built from | %s |
    | Promoted by | %s |

    **Checked**

    %s

    **When it is merged** Argo CD rolls it out. Watch it:

    ```sh
    tenantproof rollout wait --image %s%s
    ```

    **To roll back**, revert the merge, or promote what ran before:

    ```sh
    %s
    ```
    """
        .formatted(
            image.name(),
            changes.stream().map(PromotionText::row).collect(Collectors.joining("\n")),
            image.digest().map(digest -> "`" + digest + "`").orElse("none: the tag says which one"),
            run.commit().map(commit -> "`" + commit + "`").orElse("not said"),
            run.page().map(page -> "%s in %s".formatted(run.actor(), page)).orElse(run.actor()),
            checks.stream().map(check -> "- " + check).collect(Collectors.joining("\n")),
            image,
            flags(choice),
            rollback());
  }

  private static String row(ImageChange change) {
    return "| %s | %s | `%s` | `%s` |"
        .formatted(
            change.tenant().name(), change.tenant().environment(), change.from(), change.to());
  }

  private String rollback() {
    return changes.stream()
        .collect(
            Collectors.groupingBy(
                ImageChange::from,
                java.util.TreeMap::new,
                Collectors.mapping(
                    one -> " --tenant " + one.tenant().name(), Collectors.joining())))
        .entrySet()
        .stream()
        .map(
            one ->
                "tenantproof promote %s:%s%s%s"
                    .formatted(
                        image.name().repository(),
                        one.getKey(),
                        one.getKey().contains("@") ? "" : " --no-digest",
                        one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String flags(TenantChoice choice) {
    return switch (choice) {
      case TenantChoice.All() -> " --all";
      case TenantChoice.OfEnvironment(String name) -> " --environment " + name;
      case TenantChoice.Named(List<String> names) ->
          names.stream().map(name -> " --tenant " + name).collect(Collectors.joining());
    };
  }
}
