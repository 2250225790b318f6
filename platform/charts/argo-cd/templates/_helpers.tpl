{{/* Name of a component's objects, the one Argo CD and its command line look for. Call with the component. */}}
{{- define "argo-cd.name" -}}
argocd-{{ . }}
{{- end }}

{{/* Labels of every object. Argo CD reads only those settings that carry part-of: argocd. Call with
     (dict "root" $ "component" "server"). */}}
{{- define "argo-cd.labels" -}}
{{ include "argo-cd.selector" .component }}
app.kubernetes.io/component: {{ .component }}
app.kubernetes.io/part-of: argocd
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* Labels that pods are selected by. Call with the component. */}}
{{- define "argo-cd.selector" -}}
app.kubernetes.io/name: {{ include "argo-cd.name" . }}
{{- end }}

{{/* Labels of a component's pods. Call as argo-cd.labels; nothing in them changes between releases. */}}
{{- define "argo-cd.podLabels" -}}
{{ include "argo-cd.selector" .component }}
app.kubernetes.io/component: {{ .component }}
app.kubernetes.io/part-of: argocd
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Annotation that restarts a pod when its settings change. */}}
{{- define "argo-cd.settingsChecksum" -}}
checksum/settings: {{ include (print .Template.BasePath "/settings.yaml") . | sha256sum }}
{{- end }}

{{/* Reference of an image. Call with an entry of .Values.images. */}}
{{- define "argo-cd.image" -}}
{{ .repository }}:{{ .tag }}{{ with .digest }}@{{ . }}{{ end }}
{{- end }}

{{- define "argo-cd.podSecurity" -}}
runAsNonRoot: true
runAsUser: 999
runAsGroup: 999
fsGroup: 999
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "argo-cd.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* One environment variable per line of "NAME key" from argocd-cmd-params-cm. Call with a list. */}}
{{- define "argo-cd.parameters" -}}
{{- range . }}
{{- $pair := splitList " " . }}
- name: {{ index $pair 0 }}
  valueFrom:
    configMapKeyRef:
      name: argocd-cmd-params-cm
      key: {{ index $pair 1 }}
{{- end }}
{{- end }}

{{- define "argo-cd.cachePassword" -}}
- name: REDIS_PASSWORD
  valueFrom:
    secretKeyRef:
      name: argocd-redis
      key: auth
{{- end }}

{{/* NetworkPolicy rules that several components share. */}}
{{- define "argo-cd.egressDns" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - {protocol: UDP, port: 53}
    - {protocol: TCP, port: 53}
{{- end }}

{{- define "argo-cd.egressApiServer" -}}
# The API server is no pod, and its address differs from cluster to cluster (and is rewritten from
# the Service's 443 to the server's 6443 before policies look at it): a policy can only name ports.
- ports:
    - {protocol: TCP, port: 443}
    - {protocol: TCP, port: 6443}
{{- end }}

{{/* Egress to a component. Call with (dict "component" "redis" "port" 6379). */}}
{{- define "argo-cd.egressTo" -}}
- to:
    - podSelector:
        matchLabels:
          {{- include "argo-cd.selector" .component | nindent 10 }}
  ports:
    - {protocol: TCP, port: {{ .port }}}
{{- end }}

{{/* Ingress from components. Call with (dict "components" (list …) "port" 6379). */}}
{{- define "argo-cd.ingressFrom" -}}
- from:
    {{- range .components }}
    - podSelector:
        matchLabels:
          {{- include "argo-cd.selector" . | nindent 10 }}
    {{- end }}
  ports:
    - {protocol: TCP, port: {{ .port }}}
{{- end }}

{{/* Ingress of Prometheus to a metrics port. Call with (dict "root" $ "port" 8082). */}}
{{- define "argo-cd.ingressMetrics" -}}
- from:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .root.Values.networkPolicy.prometheus.namespace }}
      podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ .root.Values.networkPolicy.prometheus.name }}
  ports:
    - {protocol: TCP, port: {{ .port }}}
{{- end }}
