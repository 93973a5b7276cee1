import {type MessageRow, openMessages as open, type ProgramMessages} from './known-messages.ts';

/** What Juniper's systems write: Junos, whose messages stand in sentences where they are not told as structured data, and NetScreen. */
const failed = {action: 'login-failed'} as const;
const welcomed = {action: 'login'} as const;

/** Junos names each of its messages first (its "System Log Explorer"). */
export const junosLogins: readonly MessageRow[] = [
	{pattern: 'SSHD_LOGIN_FAILED: Login failed for user \'{user...}\' from host \'{sourceAddress}\'', ...failed},
	{pattern: 'LOGIN_FAILED: Login failed for user {user...} from host {sourceAddress:word}', ...failed},
	{pattern: 'LOGIN_INFORMATION: User {user...} logged in from host {sourceAddress:word} on device {tty:word}', ...welcomed},
	{pattern: 'LOGIN_ROOT: User {user...} logged in as root from host {sourceAddress:word} on device {tty:word}', ...welcomed},
];

const management: readonly MessageRow[] = [
	{pattern: 'UI_LOGIN_EVENT: User \'{user...}\' login, class \'{class}\' [{session}], ssh-connection \'{sourceAddress:word} {sourcePort:word} {targetAddress:word} {targetPort}\'{tail}', ...welcomed},
	{pattern: 'UI_LOGIN_EVENT: User \'{user...}\' login, class \'{class}\' {tail}', ...welcomed},
	{pattern: 'UI_LOGOUT_EVENT: User \'{user...}\' logout', action: 'logout'},
	{pattern: 'UI_AUTH_EVENT: Authenticated user \'{user...}\' at permission level \'{class}\'', action: 'authenticated'},
	{pattern: 'UI_AUTH_EVENT: Authenticated user \'{user...}\' assigned to class \'{class}\'', action: 'authenticated'},
	{pattern: 'UI_CMDLINE_READ_LINE: User \'{user...}\', command \'{command...}\'', action: 'command-run'},
	{pattern: 'UI_COMMIT: User \'{user...}\' requested \'{command}\' operation{tail}', action: 'config-changed'},
	{pattern: 'UI_CFG_AUDIT_SET: User \'{user...}\' set: {command}', action: 'config-changed', result: 'success'},
	{pattern: 'UI_CFG_AUDIT_OTHER: User \'{user...}\' {command}', action: 'config-changed', result: 'success'},
];

/** Its tunnels' ends are told with their ports. */
const tunnels: readonly MessageRow[] = ([
	['IKE negotiation failed with error: {reason}', 'failure'], ['IPSec negotiation failed with error: {reason}', 'failure'], ['IKE negotiation successfully completed.', 'success'],
] as const).map(([words, result]) => ({pattern: words + ' IKE Version: {tail}Local: {sourceAddress}/{sourcePort}, Remote: {targetAddress}/{targetPort}, {tail}', action: 'network-event', result}));

const ends = '{sourceAddress}/{sourcePort}->{targetAddress}/{targetPort:word}{tail}';

/** Its firewalls name each session's beginning and end, and what they refused. */
const flows: readonly MessageRow[] = [
	{pattern: '{messageId}: session created ' + ends, action: 'connection', result: 'success'},
	{pattern: '{messageId}: session denied ' + ends, action: 'connection', result: 'failure'},
	{pattern: '{messageId}: session closed {reason}: ' + ends, action: 'connection'},
];

const screens: readonly MessageRow[] = [
	{pattern: '{messageId}: {reason} source: {sourceAddress}:{sourcePort}, destination: {targetAddress}:{targetPort}, {tail}', action: 'alert-raised'},
	{pattern: '{messageId}: {reason} source: {sourceAddress}, destination: {targetAddress}, {tail}', action: 'alert-raised'},
];

const screen = 'NetScreen device_id={tail}';

/** Juniper's NetScreen, whose other messages are pairs. */
export const juniperRows: readonly MessageRow[] = [
	{pattern: screen + ': Admin user {user...} has logged on via {service} from {sourceAddress:address}{tail}', ...welcomed},
	{pattern: screen + ': Admin user {user...} has logged out via {service} from {sourceAddress:address}{tail}', action: 'logout'},
	{pattern: screen + ': Admin user "{user...}" login attempt for {service} from {sourceAddress:address} failed{tail}', ...failed},
	{pattern: screen + ': Management session via {service} from {sourceAddress:address} for {tail}admin {user} has timed out{tail}', action: 'session-closed'},
	{pattern: screen + ': System configuration saved by {user} via {service} from host {sourceAddress:address} to {targetAddress:address}{tail}', action: 'config-changed', result: 'success'},
	...([['added', 'rule-created'], ['modified', 'rule-edited'], ['deleted', 'rule-deleted']] as const).map(([word, action]): MessageRow => (
		{pattern: screen + ': Policy ({rule}) was ' + word + ' by {user} via {service} from host {sourceAddress:address} to {targetAddress:address}{tail}', action, result: 'success'})),
	...['alert', 'emergency', 'critical'].map((gravity): MessageRow => (
		{pattern: screen + ']system-' + gravity + '-{messageId}: {reason} From {sourceAddress:address} to {targetAddress:address}, proto {protocol:word} {tail}', action: 'alert-raised'})),
];

/** The messages of each such program. */
export const juniperPrograms: readonly ProgramMessages[] = [
	['mgd', open(management)],
	['kmd', open(tunnels)],
	['RT_FLOW', open(flows)],
	['RT_IDS', open(screens)],
];
