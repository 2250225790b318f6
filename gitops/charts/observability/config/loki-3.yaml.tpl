# Loki 3. Each tenant has an org id of its own.
auth_enabled: true
server:
  http_listen_port: 3100
  grpc_listen_address: 127.0.0.1
  grpc_listen_port: 9095
  log_level: warn
  grpc_server_max_recv_msg_size: 33554432
  grpc_server_max_send_msg_size: 33554432
analytics:
  reporting_enabled: false
common:
  path_prefix: /loki
  replication_factor: 1
  instance_addr: 127.0.0.1
  ring:
    kvstore: {store: inmemory}
  storage:
    filesystem:
      chunks_directory: /loki/chunks
      rules_directory: /loki/rules
ingester:
  # What was taken is on the disk before it is acknowledged.
  wal:
    enabled: true
    dir: /loki/wal
    flush_on_shutdown: false
    replay_memory_ceiling: 128MB
  chunk_idle_period: 15m
  max_chunk_age: 1h
schema_config:
  configs:
  - from: "2024-04-01"
    store: tsdb
    object_store: filesystem
    schema: v13
    index: {prefix: index_, period: 24h}
compactor:
  working_directory: /loki/compactor
  retention_enabled: true
  delete_request_store: filesystem
limits_config:
  retention_period: {{ .Values.loki.retention }}
  reject_old_samples: true
  reject_old_samples_max_age: {{ .Values.loki.retention }}
  ingestion_rate_mb: {{ .Values.loki.limits.rateMb }}
  ingestion_burst_size_mb: {{ .Values.loki.limits.burstMb }}
  max_global_streams_per_user: {{ .Values.loki.limits.streams }}
  max_label_names_per_series: 10
  max_line_size: {{ .Values.loki.limits.lineSize }}
  max_entries_limit_per_query: 5000
  # Labels are the six of the log agent, not what Loki makes up.
  discover_service_name: []
  discover_log_levels: false
  allow_structured_metadata: true
runtime_config:
  file: /etc/loki/overrides.yaml
  period: 10s
