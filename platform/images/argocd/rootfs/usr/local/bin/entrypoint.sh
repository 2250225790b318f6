#!/bin/sh
# Runs a program of Argo CD; as process 1 under tini, which collects what git and helm leave behind.
if [ "$$" = 1 ]; then
  exec tini -- "$@"
fi
exec "$@"
