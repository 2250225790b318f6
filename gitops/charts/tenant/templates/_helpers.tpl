{{/* Labels of all that the platform makes for a tenant. The owner is what keeps the tenant's hands off it. */}}
{{- define "tenant.labels" -}}
app.kubernetes.io/managed-by: argocd
app.kubernetes.io/part-of: tenantproof
tenantproof.io/owner: platform
tenantproof.io/tenant: {{ .Values.tenantName }}
tenantproof.io/environment: {{ .Values.environment }}
{{- end }}

{{/* The tenant's name; its file must be called after it, or a file could speak for another tenant. */}}
{{- define "tenant.name" -}}
{{- $expected := printf "%s-values.yaml" .Values.tenantName -}}
{{- if ne .Values.source.file $expected -}}
{{- fail (printf "tenantName is %q, but the file is called %s: rename the file to %s, or change tenantName" .Values.tenantName .Values.source.file $expected) -}}
{{- end -}}
{{- .Values.tenantName -}}
{{- end }}

{{/* Whether the tenant has a Prometheus and a Loki of its own; empty where all tenants have one together. The chart
     observability's own values say it, by a link and not by a value here: the tenant's file gives those too. */}}
{{- define "tenant.ownBackends" -}}
{{- $backends := (.Files.Get "observability.yaml" | fromYaml).backends | toString -}}
{{- if not (has $backends (list "central" "perTenant")) -}}
{{- fail (printf "backends in gitops/charts/observability/values.yaml is %q, expected central or perTenant" $backends) -}}
{{- end -}}
{{- if eq $backends "perTenant" -}}true{{- end -}}
{{- end }}
