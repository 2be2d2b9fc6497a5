#!/bin/sh
# Does it pass with the network cut? `test/secure/offline.sh npm test` runs a command with a loopback and nothing else. Linux, as anybody.
set -eu

up='ip link set lo up'
if [ "$(id -u)" -eq 0 ]; then
  exec unshare --net sh -c "$up"' && exec "$@"' sh "$@"
fi
# Who is not the administrator becomes one to make the namespace, and lays the rights down again: tests of rights are to hold.
exec unshare --map-current-user --keep-caps --net sh -c "$up"' && exec setpriv --inh-caps=-all --ambient-caps=-all "$@"' sh "$@"
