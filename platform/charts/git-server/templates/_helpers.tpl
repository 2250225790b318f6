{{- define "git-server.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "git-server.labels" -}}
{{ include "git-server.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* A user's line of the htpasswd file. Call with (dict "role" "writer" "user" .Values.credentials.writer). */}}
{{- define "git-server.user" -}}
{{- $password := required (printf "credentials.%s.password is empty: give the password of %s" .role .user.username) .user.password -}}
{{ htpasswd .user.username $password }}
{{- end }}
