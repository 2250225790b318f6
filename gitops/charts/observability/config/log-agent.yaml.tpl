server:
  http_listen_port: 9080
  # Nobody speaks gRPC to it.
  grpc_listen_address: 127.0.0.1
  grpc_listen_port: 0
  log_level: warn
positions:
  filename: /run/positions/positions.yaml
  sync_period: 5s
target_config:
  sync_period: 2s
clients:
- url: http://{{ with .Values.tenant }}{{ . }}-{{ end }}loki.{{ .Release.Namespace }}.svc:3100/loki/api/v1/push
  batchwait: 500ms
  batchsize: 524288
  timeout: 10s
  # Loki may be away for a while: the files are still there.
  backoff_config: {min_period: 500ms, max_period: 10s, max_retries: 60}
scrape_configs:
- job_name: pods
  {{- if .Values.tenant }}
  kubernetes_sd_configs:
  - role: pod
    namespaces: {names: [{{ .Values.tenant }}]}
  {{- else }}
  kubernetes_sd_configs: [{role: pod}]
  {{- end }}
  pipeline_stages:
  - cri: {}
  # Each tenant is stored under an org id of its own, named after its namespace.
  - tenant: {source: tenant}
  # Labels are those six below and nothing else.
  - labeldrop: [filename, stream]
  relabel_configs:
  {{- with .Values.leftOut }}
  # These have log agents of their own.
  - {source_labels: [__meta_kubernetes_namespace], regex: {{ join "|" . }}, action: drop}
  {{- end }}
  - {source_labels: [__meta_kubernetes_pod_node_name], target_label: __host__}
  - {source_labels: [__meta_kubernetes_namespace], target_label: namespace}
  - {source_labels: [__meta_kubernetes_pod_name], target_label: pod}
  - {source_labels: [__meta_kubernetes_pod_container_name], target_label: container}
  # The name of the app: what its pod says, else its container's.
  - {source_labels: [__meta_kubernetes_pod_container_name], target_label: app}
  - {source_labels: [__meta_kubernetes_pod_label_app_kubernetes_io_name], regex: (.+), target_label: app}
  - {target_label: environment, replacement: unknown}
  - {source_labels: [__meta_kubernetes_namespace], regex: {{ .Values.platformNamespaces }}, target_label: environment, replacement: platform}
  - {source_labels: [__meta_kubernetes_pod_label_tenantproof_io_environment], regex: (.+), target_label: environment}
  # The tenant is the namespace: a fact, whatever a pod or a line says.
  - {source_labels: [__meta_kubernetes_namespace], target_label: tenant}
  - {source_labels: [__meta_kubernetes_namespace], regex: {{ .Values.platformNamespaces }}, target_label: tenant, replacement: platform}
  {{- if not .Values.logs.enforceTenant }}
  - {source_labels: [__meta_kubernetes_pod_label_tenantproof_io_tenant], regex: (.+), target_label: tenant}
  {{- end }}
  - source_labels: [__meta_kubernetes_pod_uid, __meta_kubernetes_pod_container_name]
    separator: /
    target_label: __path__
    replacement: /var/log/pods/*$1/*.log
