{{/* Whether each tenant has a Prometheus and a Loki of its own; empty where it has not. */}}
{{- define "observability.perTenant" -}}
{{ if eq .Values.backends "perTenant" }}true{{ end }}
{{- end }}

{{/* The names of the tenants, as a list in JSON: each has a file, so none is there twice. */}}
{{- define "observability.tenants" -}}
{{- $names := list }}
{{- range $path, $file := .Files.Glob "tenants/*-values.yaml" }}
{{- $names = append $names (trimSuffix "-values.yaml" (base $path)) }}
{{- end }}
{{- toJson $names }}
{{- end }}

{{/* The same, empty where they have nothing of their own. Their objects are called after them: a name must be one that
     no object of the platform can have. */}}
{{- define "observability.ownTenants" -}}
{{- $names := list }}
{{- if include "observability.perTenant" . }}
{{- range include "observability.tenants" . | fromJsonArray }}
{{- if or (not (regexMatch "^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$" .)) (hasPrefix "kube-" .) (has . (list "default" "argocd" "git-server" "observability" "platform")) }}
{{- fail (printf "gitops/tenants/%s-values.yaml: %q can't be a tenant, so it gets no Prometheus and no Loki: rename the file, docs/operations.md says which names are taken" . .) }}
{{- end }}
{{- $names = append $names . }}
{{- end }}
{{- end }}
{{- toJson $names }}
{{- end }}

{{/* Labels of every object. Call with (dict "root" $ "name" "loki"); for what is one tenant's, also with "tenant" and
     "component". */}}
{{- define "observability.labels" -}}
{{ include "observability.selector" .name }}
app.kubernetes.io/part-of: tenantproof
app.kubernetes.io/managed-by: argocd
{{- include "observability.ofTenant" . }}
{{- end }}

{{/* Labels of what is one tenant's, on a line of their own. Call as observability.labels. */}}
{{- define "observability.ofTenant" -}}
{{- with .tenant }}
app.kubernetes.io/component: {{ $.component }}
tenantproof.io/backend: {{ . }}
{{- end }}
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

{{/* A file of config/, with the chart's values and some more. Call with (dict "root" $ "file" "loki-3" "values" (dict)). */}}
{{- define "observability.configuration" -}}
{{- $root := .root }}
{{- $values := merge (dict) .values $root.Values }}
{{- tpl ($root.Files.Get (printf "config/%s.yaml.tpl" .file)) (dict "Values" $values "Release" $root.Release "Files" $root.Files "Chart" $root.Chart "Template" $root.Template) }}
{{- end }}
