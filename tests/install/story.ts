/** A numbered part of docs/install.md with the commands in it. */
export interface Part {
  nth: number
  title: string
  commands: string[]
}

/** The parts of the guide that stand under a number, word by word. */
export function partsOf(guide: string): Part[] {
  return guide
    .split(/^## /m)
    .slice(1)
    .flatMap((text) => {
      const [, nth, title = ''] = /^(\d+)\. (.*)/.exec(text) ?? []
      if (nth === undefined) return []
      const commands = text.split('\n').flatMap((line) => (line.startsWith('    ') ? [line.trim()] : []))
      return [{ nth: Number(nth), title, commands }]
    })
}

const health = 'curl -fsS http://127.0.0.1:8080/api/v1/health'
const events = 'curl -fsS -H "Authorization: Bearer $(cat /root/tingshi-token)" "http://127.0.0.1:8080/api/v1/queues"'
const says = (command: string, words: string): string => `${command} | grep -q -- '${words}'`

/** What must be true behind a part, each a command that fails when it is not. */
export const checks: Readonly<Record<number, readonly string[]>> = {
  1: [
    'test -x /opt/tingshi/bin/node',
    'getent passwd tingshi',
    'test "$(stat -c %U /var/lib/tingshi/data)" = tingshi',
    'test "$(stat -c %a /var/lib/tingshi/data)" = 700',
    "grep -q 'preact\\|express' /opt/tingshi/THIRD-PARTY-LICENCES.txt",
    'grep -q CycloneDX /opt/tingshi/sbom.cdx.json',
    // docs/kiosk.md: the whole kit is there, and puts a folder of its own as it should be.
    'tingshi-harden --gateway http://10.1.2.3:8080 --root /root/locked',
    'grep -q http://10.1.2.3:8080/kiosk/ /root/locked/etc/chromium/policies/managed/tingshi.json',
    'test -f /lib/systemd/system/tingshi-nightly.timer',
    'test -f /opt/tingshi/docs/kiosk.md',
    // A Wednesday at ten: a number is taken in a hall that is open, whenever this is played.
    `printf '%s\\n' 'NODE_OPTIONS="--require /usr/local/share/shift-clock.ts"' TINGSHI_CLOCK_SHIFT=$CLOCK_SHIFT >>/etc/tingshi/gateway.env`,
  ],
  2: ['test -f /var/lib/tingshi/hall/hall.yaml', 'test "$(stat -c %U /var/lib/tingshi/hall/hall.yaml)" = tingshi'],
  3: [
    says(health, '"version":"0.1.0"'),
    'test "$(ps -o user= -p "$(cat /run/units/tingshi-gateway/pid)")" = tingshi',
    "curl -fsS http://127.0.0.1:8080/ | grep -q '<html'",
    'grep -q -- --ready /run/units/tingshi-gateway/notify.said',
  ],
  4: [says(events, '"waiting":1')],
  5: [
    says(health, '"version":"0.2.0"'),
    says(events, '"waiting":1'),
    'test "$(ls /var/backups/tingshi | wc -l)" -eq 1',
  ],
  6: [
    says(health, '"version":"0.1.0"'),
    says(events, '"waiting":1'),
    'test "$(ls /var/backups/tingshi | wc -l)" -eq 2',
  ],
  7: [
    'test ! -e /opt/tingshi/gateway',
    'test -f /var/lib/tingshi/data/tingshi.db',
    'test -f /var/lib/tingshi/hall/hall.yaml',
    `! ${health}`,
    // Installed again, the hall goes on where it was.
    'dpkg -i tingshi_0.2.0_amd64.deb',
    'systemctl start tingshi-gateway',
    says(events, '"waiting":1'),
  ],
}

/** One script that plays the guide and looks behind each part. */
export function storyOf(parts: readonly Part[]): string {
  const lines = parts.flatMap(({ nth, title, commands }) => [
    `echo '== ${nth}. ${title}'`,
    ...commands.flatMap((command) => [`echo '$ ${command.replaceAll("'", "'\\''")}'`, command]),
    ...(checks[nth] ?? []).map(
      (check) =>
        `( ${check} ) >/root/check.out 2>&1 || { echo 'not so: ${check.replaceAll("'", '"')}'; cat /root/check.out; exit 1; }`,
    ),
  ])
  return ['set -e', 'cd /root', 'mkdir -p /run/systemd/system', ...lines, "echo 'install: all good'", ''].join('\n')
}
