# Two doors: a tenant's series on one port, its lines on the other. What is asked is passed on as a method, a path of
# this list and its parameters; no header and no body of the caller goes further, so none can name another tenant.
{{- $views := .Files.Get "settings.yaml" | fromYaml }}
daemon off;
worker_processes 1;
pid /tmp/nginx.pid;
error_log stderr warn;

events {
  worker_connections 256;
}

http {
  # A query would be a line of the tenant's own log, and match what it asks for.
  access_log off;
  server_tokens off;
  default_type text/plain;
  large_client_header_buffers 4 32k;

  client_body_temp_path /tmp/client-body;
  proxy_temp_path /tmp/proxy;
  fastcgi_temp_path /tmp/fastcgi;
  uwsgi_temp_path /tmp/uwsgi;
  scgi_temp_path /tmp/scgi;
  proxy_max_temp_file_size 0;

  resolver {{ $views.resolver }} valid=10s;

  proxy_http_version 1.1;
  proxy_pass_request_headers off;
  proxy_pass_request_body off;
  proxy_connect_timeout 5s;
  proxy_read_timeout 60s;
  proxy_set_header Connection "";
  proxy_set_header Content-Length "";
  proxy_set_header X-Scope-OrgID {{ .Values.tenantName | quote }};

  server {
    listen {{ $views.ports.metrics }};
    if ($request_method != GET) {
      return 405 "metrics-view answers GET only, found $request_method\n";
    }
    # Healthy is the proxy behind it; Prometheus may come and go.
    location = /healthz {
      proxy_pass http://127.0.0.1:{{ $views.ports.labelProxy }}/healthz;
    }
    location ~ ^/api/v1/(query|query_range|series|labels|label/[a-zA-Z_][a-zA-Z0-9_]*/values)$ {
      proxy_pass http://127.0.0.1:{{ $views.ports.labelProxy }}/api/v1/$1$is_args$args;
    }
    location / {
      return 404 "metrics-view has no $uri; it has /api/v1/query, query_range, series, labels, label/NAME/values\n";
    }
  }

  server {
    listen {{ $views.ports.logs }};
    if ($request_method != GET) {
      return 405 "logs-view answers GET only, found $request_method\n";
    }
    location = /healthz {
      return 200 "ok\n";
    }
    location ~ ^/loki/api/v1/(query|query_range|series|labels|label/[a-zA-Z_][a-zA-Z0-9_]*/values|index/stats)$ {
      proxy_pass {{ include "views.upstream" (dict "root" $ "view" "logs") }}/loki/api/v1/$1$is_args$args;
    }
    location / {
      return 404 "logs-view has no $uri; it has /loki/api/v1/query, query_range, series, labels, label/NAME/values, index/stats\n";
    }
  }
}
