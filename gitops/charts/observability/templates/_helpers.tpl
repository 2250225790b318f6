{{/* Labels of every object. Call with (dict "root" $ "name" "loki"). */}}
{{- define "observability.labels" -}}
{{ include "observability.selector" .name }}
app.kubernetes.io/part-of: tenantproof
app.kubernetes.io/managed-by: argocd
{{- end }}

{{/* Labels that pods are selected by. Call with the name. */}}
{{- define "observability.selector" -}}
app.kubernetes.io/name: {{ . }}
{{- end }}

{{/* Labels of pods: an environment like a tenant's, so that their lines and series have one too. */}}
{{- define "observability.podLabels" -}}
{{ include "observability.selector" . }}
app.kubernetes.io/part-of: tenantproof
tenantproof.io/environment: platform
{{- end }}

{{/* Reference of an image. Call with an entry of .Values.images. */}}
{{- define "observability.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end }}

{{/* Call with the user. */}}
{{- define "observability.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "observability.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{/* A ServiceAccount. Call with (dict "root" $ "name" "loki"). */}}
{{- define "observability.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .name }}
  labels:
    {{- include "observability.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end }}

{{/* NetworkPolicy rules that several components share. */}}
{{- define "observability.egressDns" -}}
- to:
  - namespaceSelector:
      matchLabels: {kubernetes.io/metadata.name: kube-system}
    podSelector:
      matchLabels: {k8s-app: kube-dns}
  ports:
  - {protocol: UDP, port: 53}
  - {protocol: TCP, port: 53}
{{- end }}

{{/* The API server is no pod, and its address differs from cluster to cluster: a policy can only name ports. */}}
{{- define "observability.egressApiServer" -}}
- ports:
  - {protocol: TCP, port: 443}
  - {protocol: TCP, port: 6443}
{{- end }}
