{{/* Labels of all that is here. The owner is what keeps the tenant's hands off it. */}}
{{- define "views.labels" -}}
app.kubernetes.io/managed-by: argocd
app.kubernetes.io/part-of: tenantproof
tenantproof.io/owner: platform
tenantproof.io/tenant: {{ .Values.tenantName }}
tenantproof.io/environment: {{ .Values.environment }}
{{- end }}

{{- define "views.selector" -}}
app.kubernetes.io/name: views
tenantproof.io/view: "true"
{{- end }}
{{- define "views.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end }}
{{- define "views.security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* Address of Prometheus or Loki. Call with root and view, metrics or logs. */}}
{{- define "views.upstream" -}}
{{- $url := get (.root.Files.Get "settings.yaml" | fromYaml).upstreams .view -}}
{{- if eq .root.Values.backends "perTenant" -}}
{{- $url = replace "://" (printf "://%s-" .root.Values.tenantName) $url -}}
{{- end -}}
{{- $url -}}
{{- end }}
