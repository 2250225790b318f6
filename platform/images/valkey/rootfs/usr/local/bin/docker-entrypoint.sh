#!/bin/sh
# As in the official image: options or a configuration file alone are the server's.
case ${1:-} in
  -* | *.conf) set -- valkey-server "$@" ;;
esac
exec "$@"
