import type {Chance} from './chance.ts';
import type {DemoRow} from './demo-lines.ts';

/** What `{name}` in a row stands for. Nobody involved in the incident is among the values, so that it stands out. */
const slots: Readonly<Record<string, (chance: Chance) => string>> = {
	admin: chance => chance.oneOf(['dana.admin', 'm.ortiz', 'r.lind', 'support']),
	analyst: chance => chance.oneOf(['m.ortiz', 'r.lind', 'k.sato', 'p.novak']),
	role: chance => chance.oneOf(['SECURITY_ANALYST', 'READ_ONLY']),
	plc: chance => chance.oneOf(['10.2.1.14', '10.2.1.15', '10.2.1.16']),
	station: chance => chance.oneOf(['10.2.1.25', '10.2.1.40']),
	device: chance => chance.oneOf(['10.2.1.3', '10.2.1.40', '10.2.1.77', '10.2.1.78', '10.2.1.99']),
	workstation: chance => chance.oneOf(['10.20.0.15', '10.20.0.16', '10.20.0.17']),
	vendor: chance => chance.oneOf(['Siemens', 'Rockwell Automation', 'Schneider Electric', 'Moxa']),
	alert: chance => String(40_100 + chance.below(100)),
	rule: chance => String(3 + chance.below(6)),
	id: chance => String(2 + chance.below(30)),
	sensor: chance => String(1 + chance.below(8)),
	count: chance => String(8 + chance.below(120)),
	port: chance => String(40_000 + chance.below(9000)),
	pid: chance => String(2100 + chance.below(7000)),
};

/** Everyday events of the appliance. A row of weight 6 comes six times as often as one of weight 1. */
const everyday: ReadonlyArray<{readonly weight: number; readonly row: DemoRow}> = [
	{weight: 8, row: {log: 'audit', text: 'Login: user={admin}'}},
	{weight: 2, row: {log: 'audit', text: 'User creation: user={analyst} role={role}'}},
	{weight: 2, row: {log: 'audit', text: 'Password changes: user={analyst} userId={id}'}},
	{weight: 1, row: {log: 'audit', text: 'Password reset: userName={analyst}'}},
	{weight: 6, row: {log: 'audit', text: 'Learn, and remediation of alerts: alertId={alert}'}},
	{weight: 1, row: {log: 'audit', text: 'Exclusion rules-Creation: summary="Backup window; sensors=plant-north; alerts=Device is Suspected to be Disconnected; time=01:00-03:00"'}},
	{weight: 1, row: {log: 'audit', text: 'Exclusion rules-Editing: ruleId={rule} summary="Backup window; sensors=plant-north,plant-south; time=01:00-03:30"'}},
	{weight: 1, row: {log: 'audit', text: 'Exclusion rules-Deletion: ruleId={rule}'}},
	{weight: 1, row: {log: 'audit', text: 'Management Console Upgrade: file=management-secured-patcher-22.3.9.10.tar'}},
	{weight: 1, row: {log: 'audit', text: 'Sensor upgrade retry: sensorId={sensor}'}},
	{weight: 1, row: {log: 'audit', text: 'Uploaded TI package'}},

	{weight: 6, row: {log: 'timeline', severity: 'NOTICE', type: 'DEVICE_CONNECTION_CREATED', title: 'Device Connection Detected', content: 'Connection detected between {device} and {plc}'}},
	{weight: 4, row: {log: 'timeline', severity: 'INFO', type: 'DEVICE_UPDATE', title: 'Device Updated', content: 'Device {device} vendor updated to {vendor}'}},
	{weight: 2, row: {log: 'timeline', severity: 'NOTICE', type: 'DEVICE_CREATE', title: 'Device Detected', content: 'Device {device} was detected for the first time'}},
	{weight: 4, row: {log: 'timeline', severity: 'INFO', type: 'USER_LOGIN', title: 'User Login Attempt', content: 'User login attempt from {station} to {plc} over telnet'}},
	{weight: 4, row: {log: 'timeline', severity: 'INFO', type: 'USER_OPERATION', title: 'User Operation', content: 'User {admin} signed in'}},
	{weight: 2, row: {log: 'timeline', severity: 'NOTICE', type: 'REMOTE_ACCESS', title: 'Remote Access Connection Established', content: 'RDP connection from 10.2.1.40 to 10.2.1.25'}},
	{weight: 2, row: {log: 'timeline', severity: 'NOTICE', type: 'SCAN', title: 'Scan Device Detected', content: 'Device {device} scanned {count} addresses'}},
	{weight: 1, row: {log: 'timeline', severity: 'ALERT', type: 'ALERT_REPORTED', title: 'Alert Detected', content: 'Address scan detected from {device}.\nIt is recommended to notify the security officer of the incident.'}},
	{weight: 2, row: {log: 'timeline', severity: 'INFO', type: 'ALERT_UPDATED', title: 'Alert Updated', content: 'Alert {alert} was acknowledged by {analyst}', owner: 'm.ortiz'}},
	{weight: 2, row: {log: 'timeline', severity: 'INFO', type: 'BACK_TO_NORMAL', title: 'Back to Normal', content: 'Device {plc} was found responsive, after being suspected as disconnected'}},
	{weight: 2, row: {log: 'timeline', severity: 'NOTICE', type: 'CLEARTEXT_AUTHENTICATION', title: 'Cleartext Authentication', content: 'Cleartext authentication from {station} to {plc}'}},
	{weight: 1, row: {log: 'timeline', severity: 'NOTICE', type: 'INTERNET_ACCESS', title: 'Internet Access', content: 'Device 10.2.1.40 communicated with 203.0.113.9'}},
	{weight: 1, row: {log: 'timeline', severity: 'INFO', type: 'REPORT_CREATED', title: 'Report Created', content: 'Risk assessment report created by {analyst}'}},
	{weight: 1, row: {log: 'timeline', severity: 'INFO', type: 'DHCP_UPDATE', title: 'Address Update', content: 'Device 00:1b:1b:aa:01:77 changed address from 10.2.1.77 to 10.2.1.78'}},

	{weight: 4, row: {log: 'auth', program: 'CRON[{pid}]', text: 'pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)'}},
	{weight: 4, row: {log: 'auth', program: 'CRON[{pid}]', text: 'pam_unix(cron:session): session closed for user root'}},
	{weight: 4, row: {log: 'auth', program: 'sshd[{pid}]', text: 'Accepted publickey for support from {workstation} port {port} ssh2: ED25519 SHA256:Yq0mPs3Vt9'}},
	{weight: 4, row: {log: 'auth', program: 'sshd[{pid}]', text: 'pam_unix(sshd:session): session closed for user support'}},
	{weight: 2, row: {log: 'auth', program: 'sudo', text: 'support : TTY=pts/0 ; PWD=/home/support ; USER=root ; COMMAND=/usr/bin/tail -f /opt/sensor/logs/install.log'}},
	{weight: 1, row: {log: 'auth', program: 'sshd[{pid}]', text: 'Invalid user oracle from {workstation} port {port}'}},
	{weight: 1, row: {log: 'auth', program: 'su[{pid}]', text: 'FAILED SU (to root) support on pts/2'}},
];

const byWeight = everyday.flatMap(({weight, row}) => Array.from({length: weight}, () => row));

/** A random everyday event. */
export function everydayRow(chance: Chance): DemoRow {
	const row = chance.oneOf(byWeight);
	const filled = Object.entries(row).map(([name, text]) => [name, fillSlots(text, chance)]);
	return Object.fromEntries(filled) as DemoRow;
}

const fillSlots = (text: string, chance: Chance): string => text.replaceAll(/\{[a-z]+\}/g, slot => slots[slot.slice(1, -1)]!(chance));
