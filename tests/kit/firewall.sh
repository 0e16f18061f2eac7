#!/bin/bash
# firewall.sh RULES NODE: two machines of this test's own, a terminal under RULES and a gateway beside it; prints what of each got through.
set -e
rules=$1
node=$2
ip link set lo up
unshare --net sleep 120 &
gateway=$!
trap 'kill $gateway $(jobs -p) 2>/dev/null || true' EXIT
until [ "$(readlink /proc/$gateway/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.1; done
there() { nsenter -t "$gateway" -n "$@"; }
ip link add v0 type veth peer name v1 netns "$gateway"
ip addr add 10.77.0.1/24 dev v0
ip addr add 10.77.1.1/24 dev v0
ip link set v0 up
there ip addr add 10.77.0.2/24 dev v1
there ip addr add 10.77.1.2/24 dev v1
there ip link set v1 up
there ip link set lo up
listens='for (const port of process.argv.slice(1)) require("node:net").createServer((one) => one.end()).listen(+port, "0.0.0.0")'
nsenter -t "$gateway" -n "$node" -e "$listens" 8080 9090 9100 >/dev/null &
"$node" -e "$listens" 22 47610 5900 >/dev/null &
asks='const [host, port, local] = process.argv.slice(1)
const one = require("node:net").connect({ host, port: +port, ...(local && { localAddress: local }) })
const say = (word) => { console.log(word); process.exit() }
one.on("connect", () => say("through")).on("error", () => say("refused"))
setTimeout(() => say("silent"), 1500)'
sleep 1
tell() { echo "$1: $("${@:2}")"; }
tell 'before 9090' "$node" -e "$asks" 10.77.0.2 9090
tell 'before in 5900' there "$node" -e "$asks" 10.77.0.1 5900
nft -f "$rules"
tell 'out to the gateway' "$node" -e "$asks" 10.77.0.2 8080
tell 'out to the printer' "$node" -e "$asks" 10.77.0.2 9100
tell 'out to another port' "$node" -e "$asks" 10.77.0.2 9090
tell 'out to another machine' "$node" -e "$asks" 10.77.1.2 8080
tell 'in by ssh from the admins' there "$node" -e "$asks" 10.77.0.1 22
tell 'in by ssh from elsewhere' there "$node" -e "$asks" 10.77.1.1 22 10.77.1.2
tell 'in to anything else' there "$node" -e "$asks" 10.77.0.1 5900
tell 'the page and its own computer' "$node" -e "$asks" 127.0.0.1 47610
