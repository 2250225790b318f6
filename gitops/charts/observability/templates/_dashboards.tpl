{{/* A dashboard, as it is where all tenants have one Prometheus. Where they have one each, the one of a tenant asks that
     tenant's, and the one of all tenants asks each of them. Call with file, json and own, the tenants with their own. */}}
{{- define "observability.dashboard" -}}
{{- if and .own (eq .file "tenant.json") }}
{{- include "observability.dashboardOfOne" . }}
{{- else if and .own (eq .file "tenants.json") }}
{{- include "observability.dashboardOfAll" . }}
{{- else }}
{{- .json }}
{{- end }}
{{- end }}

{{- define "observability.dashboardOfOne" -}}
{{- $central := dict "type" "prometheus" "uid" "prometheus" }}
{{- $dashboard := .json | replace "\"uid\": \"prometheus\"" "\"uid\": \"${metrics}\"" | fromJson }}
{{- $variables := list }}
{{- range $dashboard.templating.list }}
{{- if eq .name "tenant" }}
{{- /* The platform knows which tenants there are: their Applications are its own. */}}
{{- $ask := "label_values(tenant_app:argocd_app_info:max{project!=\"platform\"}, tenant)" }}
{{- $variables = append $variables (mergeOverwrite . (dict "datasource" $central "definition" $ask "query" (dict "query" $ask))) }}
{{- $metrics := dict "name" "metrics" "label" "Metrics" "type" "datasource" "query" "prometheus" "regex" "/^prometheus-$tenant$/" "refresh" 1 "multi" false "includeAll" false "hide" 2 }}
{{- $variables = append $variables $metrics }}
{{- else }}
{{- $variables = append $variables . }}
{{- end }}
{{- end }}
{{- $_ := set $dashboard.templating "list" $variables }}
{{- toPrettyJson $dashboard }}
{{- end }}

{{- define "observability.dashboardOfAll" -}}
{{- $dashboard := fromJson .json }}
{{- range $panel := $dashboard.panels }}
{{- if $panel.targets }}
{{- $targets := list }}
{{- range $target := $panel.targets }}
{{- range $index, $tenant := $.own }}
{{- $source := dict "type" "prometheus" "uid" (printf "prometheus-%s" $tenant) }}
{{- $refId := printf "%s%d" $target.refId $index }}
{{- $targets = append $targets (mergeOverwrite (deepCopy $target) (dict "datasource" $source "refId" $refId)) }}
{{- end }}
{{- end }}
{{- $_ := set $panel "targets" $targets }}
{{- $_ := set $panel "datasource" (dict "type" "datasource" "uid" "-- Mixed --") }}
{{- end }}
{{- end }}
{{- toPrettyJson $dashboard }}
{{- end }}
