import {type MemoryEngine, inMemoryEngine, type MemoryEvent} from '../in-memory-engine.ts';

/** As the sensor itself calls what it tells. */
const sensorTypes = {'device-detected': 'DEVICE_CREATE', 'device-updated': 'DEVICE_UPDATE', connection: 'DEVICE_CONNECTION_CREATED', 'alert-raised': 'ALERT_REPORTED'} as const;

/** An afternoon on a management console and its sensor: quiet work, and one reset that should not have been. */
export const applianceEvents: readonly MemoryEvent[] = [
	audit('08:50:12', {action: 'login', user: 'dana.admin', devices: ['10.2.1.40'], message: 'Login: user=dana.admin'}),
	audit('08:50:44', {action: 'user-created', severity: 'notice', message: 'User creation: user=m.ortiz role=SECURITY_ANALYST', fields: {target: 'm.ortiz', role: 'SECURITY_ANALYST'}}),
	audit('08:51:35', {action: 'login', user: 'm.ortiz', message: 'Login: user=m.ortiz'}),
	audit('08:52:11', {action: 'password-changed', severity: 'notice', user: 'm.ortiz', message: 'Password changes: user=m.ortiz userId=17', fields: {userId: '17'}}),
	sensor('08:52:40', {action: 'device-detected', severity: 'notice', devices: ['10.2.1.77'], message: 'Device 10.2.1.77 was detected for the first time'}),
	sensor('08:53:00', {action: 'device-updated', devices: ['10.2.1.77'], message: 'Device 10.2.1.77 vendor updated to Siemens'}),
	system('08:53:05', {action: 'session-opened', category: 'user-operation', user: 'support', host: 'sensor-north', message: 'pam_unix(sshd:session): session opened for user support(uid=1001) by (uid=0)'}),
	audit('08:54:20', {action: 'exclusion-created', severity: 'alert', message: 'Exclusion rules-Creation: summary="Backup window; sensors=plant-north; time=01:00-03:00"'}),
	sensor('08:55:01', {action: 'connection', devices: ['10.2.1.77', '10.2.1.14'], message: 'Connection detected between 10.2.1.77 and 10.2.1.14'}),
	sensor('08:56:30', {action: 'alert-raised', category: 'alert', severity: 'alert', devices: ['10.2.1.14'], message: '10.2.1.14 PLC stop command sent'}),
	{time: '2026-03-03T09:00:00Z', kind: 'gap', message: 'audit.log: ~52 kB missed between 08:59:58 and 09:00:01', category: 'other', severity: 'none'},
	audit('09:04:58', {action: 'login', user: 'dana.admin', devices: ['10.2.1.40'], message: 'Login: user=dana.admin'}),
	audit('09:05:09', {action: 'alert-learned', severity: 'notice', message: 'Learn, and remediation of alerts: alertId=40142', fields: {alertId: '40142'}}),
	audit('09:06:00', {action: 'user-created', severity: 'notice', message: 'User creation: user=svc-backup role=ADMIN', fields: {target: 'svc-backup', role: 'ADMIN'}}),
	audit('09:06:15', {action: 'login', user: 'svc-backup', message: 'Login: user=svc-backup'}),
	audit('09:06:30', {action: 'exclusion-created', severity: 'alert', message: 'Exclusion rules-Creation: summary="ALL ALERTS; sensors=all; time=00:00-23:59"', fields: {summary: 'ALL ALERTS; sensors=all; time=00:00-23:59'}}),
	audit('09:06:52', {action: 'password-reset', severity: 'notice', message: 'Password reset: userName=dana.admin', fields: {target: 'dana.admin'}, raw: '2026-03-03 09:06:52,562 [http-nio-0.0.0.0-9090-exec-9] INFO  audit- Password reset: userName=dana.admin'}),
	audit('09:07:10', {action: 'password-reset', severity: 'notice', message: 'Password reset: userName=support'}),
	audit('09:07:31', {action: 'login', user: 'support', devices: ['10.2.1.40'], message: 'Login: user=support'}),
	sensor('09:08:02', {action: 'alert-raised', category: 'alert', severity: 'alert', devices: ['10.2.1.14'], message: 'Firmware change attempt on 10.2.1.14'}),
	audit('09:08:40', {action: 'console-upgraded', severity: 'notice', message: 'Management Console Upgrade: file=mc-23.1.bin'}),
	system('09:09:12', {action: 'login-failed', result: 'failure', user: 'oracle', devices: ['10.20.0.99'], host: 'sensor-north', message: 'Invalid user oracle from 10.20.0.99 port 41002'}),
];

export const applianceSources = ['/var/cyberx/logs/audit.log', '/var/cyberx/logs/timeline.jsonl', '/var/log/auth.log'] as const;

export function applianceEngine(more: readonly MemoryEvent[] = []): MemoryEngine {
	return inMemoryEngine([...applianceEvents, ...more], {sources: applianceSources});
}

/** The same, with a note on the rule that silenced all alerts, an event written by hand, and a note whose log is not there. */
export function notedEngine(): MemoryEngine {
	const silencing = applianceEvents.findIndex(({message}) => message.includes('ALL ALERTS'));
	const note = applianceEvents.length;
	const events = applianceEvents.map((event, at) => at === silencing ? {...event, notedBy: [note]} : event);
	return inMemoryEngine([
		...events,
		byHand('09:06:30', {about: silencing, message: 'dana: nobody asked for this rule', fields: {ledgerline: 'note', author: 'dana', text: 'nobody asked for this rule', written: '2026-03-03T09:09:40.000Z'}}),
		byHand('09:08:30', {severity: 'alert', devices: ['10.2.1.14'], message: 'dana: cable of the PLC pulled', fields: {ledgerline: 'event', author: 'dana', text: 'cable of the PLC pulled', written: '2026-03-03T09:09:50.000Z'}}),
		byHand('09:09:00', {about: 'absent', message: 'dana: see ticket 4711', fields: {ledgerline: 'note', author: 'dana', text: 'see ticket 4711', written: '2026-03-03T09:09:55.000Z', 'about.source': '/var/log/secure'}}),
	], {sources: [...applianceSources, '/home/dana/ledgerline-notes.jsonl']});
}

function byHand(clock: string, rest: Rest): MemoryEvent {
	return {source: 3, format: 'notes', category: 'other', ...rest, time: `2026-03-03T${clock}.000Z`};
}

type Rest = Omit<MemoryEvent, 'time'>;

function audit(clock: string, rest: Rest): MemoryEvent {
	return {source: 0, host: 'console', type: rest.message.split(':', 1)[0]!, briefFrom: /^[A-Z][^=]*?: (?=\w+=)/v.exec(rest.message)?.[0].length ?? 0, ...rest, time: `2026-03-03T${clock}.000Z`};
}

function sensor(clock: string, rest: Rest): MemoryEvent {
	return {source: 1, category: 'network', type: sensorTypes[rest.action as keyof typeof sensorTypes], ...rest, time: `2026-03-03T${clock}.000Z`};
}

function system(clock: string, rest: Rest): MemoryEvent {
	return {source: 2, category: 'system', ...rest, time: `2026-03-03T${clock}Z`};
}

/** Names as an attacker, or the world, would choose them. */
export const hostileEvents: readonly MemoryEvent[] = [
	audit('09:23:20', {action: 'login-failed', user: '\u{1B}[2J\u{1B}]0;owned\u{7}bob', message: 'Login failed for user \u{1B}[2J\u{1B}]0;owned\u{7}bob'}),
	audit('09:23:21', {action: 'login', user: '\u{1B}]52;c;ZWNobyBwd25lZA==\u{7}', message: 'Login: user=\u{1B}]52;c;ZWNobyBwd25lZA==\u{7}'}),
	audit('09:23:22', {action: 'login', user: '\u{202E}gnp.exe', message: 'Login: user=\u{202E}gnp.exe'}),
	audit('09:23:23', {action: 'login', user: `a${'\u{301}'.repeat(40)}`, message: `Login: user=a${'\u{301}'.repeat(40)}`}),
	audit('09:23:24', {action: 'login', user: 'ad\u{200B}min', message: 'Login: user=ad\u{200B}min'}),
	audit('09:23:25', {action: 'login', user: 'bob\r', message: 'Login: user=bob\r2026-03-03 09:00:00,000 [x] INFO audit- Login: user=admin'}),
	audit('09:23:26', {action: 'login', user: '日本語ユーザー', devices: ['10.2.1.40'], message: 'Login: user=日本語ユーザー'}),
	audit('09:23:27', {action: 'login', user: '👩‍👩‍👧', message: 'Login: user=👩‍👩‍👧 role=x'}),
	audit('09:23:28', {action: 'login', user: String.raw`\x1b[2J`, message: String.raw`Login: user=\x1b[2J`}),
	audit('09:23:29', {action: 'login', user: 'A'.repeat(600), message: `Login: user=${'A'.repeat(600)}`}),
	audit('09:23:30', {action: 'login', user: 'משה', message: 'Login: user=משה'}),
	audit('09:23:31', {action: 'login', user: 'tab\there', message: 'Login: user=tab\there'}),
	audit('09:23:32', {action: 'login', user: 'byte\u{DCFF}', message: 'Login: user=byte\u{DCFF}'}),
];
