{{/* What the Service, the Deployment, the budget and the ServiceMonitor find the pods by. */}}
{{- define "demo-api.selectorLabels" -}}
app.kubernetes.io/name: demo-api
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "demo-api.labels" -}}
{{ include "demo-api.selectorLabels" . }}
app.kubernetes.io/version: {{ .Values.image.tag | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: tenantproof
tenantproof.io/tenant: {{ .Values.tenantName }}
tenantproof.io/environment: {{ .Values.environment }}
{{- end }}

{{- define "demo-api.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s:%s@%s" .Values.image.repository .Values.image.tag .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository .Values.image.tag -}}
{{- end -}}
{{- end }}
