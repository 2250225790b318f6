package io.tenantproof.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The tests of this class run on a platform that is up, and take what they need of it as
 * parameters: a {@link io.tenantproof.platform.Platform}, a {@link io.tenantproof.tenant.Tenant}, a
 * {@link io.fabric8.kubernetes.client.KubernetesClient}, a {@link
 * io.tenantproof.prometheus.Prometheus}, a {@link io.tenantproof.loki.Loki}, or a {@link
 * io.tenantproof.scenario.Scenario}. {@link OfTenant} says whose a tenant or a Loki is; without it
 * the first tenant's.
 *
 * <pre>{@code
 * @PlatformTest
 * class ShopIT {
 *   @Test
 *   void theShopIsScraped(Prometheus prometheus, @OfTenant("shop") Tenant shop) {
 *     assertThat(prometheus.query("up{tenant=\"%s\"} == 1".formatted(shop.name()))).isNotEmpty();
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnPlatform
public @interface PlatformTest {}
