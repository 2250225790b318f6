# Loki 2.2.1, the last release under the Apache licence. Each tenant has an org id of its own.
auth_enabled: true
server:
  http_listen_port: 3100
  grpc_listen_address: 127.0.0.1
  grpc_listen_port: 9095
  log_level: warn
  # A page of lines of half a megabyte.
  grpc_server_max_recv_msg_size: 33554432
  grpc_server_max_send_msg_size: 33554432
ingester:
  # What was taken is on the disk before it is acknowledged.
  wal:
    enabled: true
    dir: /loki/wal
    flush_on_shutdown: false
    checkpoint_duration: 1m
    replay_memory_ceiling: 128MB
  lifecycler:
    address: 127.0.0.1
    min_ready_duration: 1s
    final_sleep: 0s
    ring:
      kvstore: {store: inmemory}
      replication_factor: 1
  chunk_idle_period: 15m
  max_chunk_age: 1h
  chunk_target_size: 1048576
  chunk_retain_period: 30s
  max_transfer_retries: 0
schema_config:
  configs:
  - from: "2020-10-24"
    store: boltdb-shipper
    object_store: filesystem
    schema: v11
    index: {prefix: index_, period: 24h}
storage_config:
  boltdb_shipper:
    active_index_directory: /loki/index
    cache_location: /loki/index-cache
    shared_store: filesystem
  filesystem: {directory: /loki/chunks}
compactor:
  working_directory: /loki/compactor
  shared_store: filesystem
limits_config:
  enforce_metric_name: false
  reject_old_samples: true
  reject_old_samples_max_age: {{ .Values.loki.retention }}
  ingestion_rate_mb: {{ .Values.loki.limits.rateMb }}
  ingestion_burst_size_mb: {{ .Values.loki.limits.burstMb }}
  max_streams_per_user: {{ .Values.loki.limits.streams }}
  max_global_streams_per_user: 0
  max_label_names_per_series: 10
  max_line_size: {{ .Values.loki.limits.lineSize }}
  max_entries_limit_per_query: 5000
chunk_store_config:
  max_look_back_period: {{ .Values.loki.retention }}
table_manager:
  retention_deletes_enabled: true
  retention_period: {{ .Values.loki.retention }}
runtime_config:
  file: /etc/loki/overrides.yaml
  period: 10s
