package io.tenantproof.growth;

import java.time.Duration;

/**
 * The platform with so many tenants.
 *
 * @param tenants how many
 * @param added how many of them came with the commit that was measured
 * @param settled from the push of that commit until all Applications were Synced and Healthy at it
 * @param known from the push of a commit that changes nothing for anybody until all Applications
 *     were Synced and Healthy at it: what Argo CD takes to compare all tenants
 * @param pods that run in the cluster
 * @param memoryMib what the nodes use, by metrics-server; 0 where there is none
 */
public record Stage(
    int tenants, int added, Duration settled, Duration known, int pods, long memoryMib) {}
