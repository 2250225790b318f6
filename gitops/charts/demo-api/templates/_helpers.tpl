{{/* What the Service, the Deployment, the budget and the ServiceMonitor find the pods by. */}}
{{- define "demo-api.selectorLabels" -}}
app.kubernetes.io/name: demo-api
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* The tenant; a file that names another one must not run in this one's namespace under that name. */}}
{{- define "demo-api.tenant" -}}
{{- if ne .Values.tenantName .Release.Namespace -}}
{{- fail (printf "tenantName is %q, but this is the namespace of %s: a tenant's file speaks for that tenant alone" .Values.tenantName .Release.Namespace) -}}
{{- end -}}
{{- .Values.tenantName -}}
{{- end }}

{{- define "demo-api.labels" -}}
{{ include "demo-api.selectorLabels" . }}
app.kubernetes.io/version: {{ .Values.image.tag | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: tenantproof
tenantproof.io/tenant: {{ include "demo-api.tenant" . }}
tenantproof.io/environment: {{ .Values.environment }}
{{- end }}

{{- define "demo-api.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s:%s@%s" .Values.image.repository .Values.image.tag .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository .Values.image.tag -}}
{{- end -}}
{{- end }}
