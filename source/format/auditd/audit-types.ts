import {actionCode, type ActionId} from '../../domain/actions.ts';
import type {Category} from '../../domain/category.ts';
import {WordTable} from '../bytes/word-table.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';

type AuditTypeRow = {
	readonly type: string;
	readonly action?: ActionId;
	/** When the record says that it failed. */
	readonly failed?: ActionId;
	readonly category?: Category;
	/** Among the records of one event, the one that weighs most gives the columns. */
	readonly weight?: number;
};

const weights = {companion: 1, plain: 2, syscall: 3} as const;

/** Record types of Linux audit that say what was done (linux/audit.h and libaudit.h name them all). Others are events without an action. */
const rows: readonly AuditTypeRow[] = [
	{type: 'SYSCALL', weight: weights.syscall},
	{type: 'EXECVE', action: 'process-executed', weight: weights.companion},
	...['CWD', 'PATH', 'PROCTITLE', 'SOCKADDR', 'EOE', 'FD_PAIR', 'IPC', 'MQ_OPEN', 'OBJ_PID', 'BPRM_FCAPS', 'SOCKETCALL', 'MMAP', 'INTEGRITY_RULE']
		.map(type => ({type, weight: weights.companion})),
	{type: 'USER_LOGIN', action: 'login', failed: 'login-failed'},
	{type: 'USER_AUTH', action: 'authenticated', failed: 'login-failed'},
	{type: 'USER_LOGOUT', action: 'logout'},
	{type: 'USER_START', action: 'session-opened'},
	{type: 'USER_END', action: 'session-closed'},
	{type: 'USER_CMD', action: 'command-run', failed: 'privilege-refused'},
	{type: 'USER_CHAUTHTOK', action: 'password-changed'},
	{type: 'ADD_USER', action: 'user-created'},
	{type: 'DEL_USER', action: 'user-deleted'},
	{type: 'USER_MGMT', action: 'user-changed'},
	{type: 'ACCT_LOCK', action: 'user-changed'},
	{type: 'ACCT_UNLOCK', action: 'user-changed'},
	{type: 'ADD_GROUP', action: 'group-changed'},
	{type: 'DEL_GROUP', action: 'group-changed'},
	{type: 'GRP_MGMT', action: 'group-changed'},
	{type: 'GRP_CHAUTHTOK', action: 'group-changed'},
	{type: 'ROLE_ASSIGN', action: 'role-changed'},
	{type: 'ROLE_REMOVE', action: 'role-changed'},
	...['USER_ACCT', 'USER_ERR', 'USER', 'CRED_ACQ', 'CRED_DISP', 'CRED_REFR', 'LOGIN', 'USER_ROLE_CHANGE'].map(type => ({type, category: 'user-operation'} as const)),
	{type: 'CONFIG_CHANGE', action: 'config-changed'},
	{type: 'USYS_CONFIG', action: 'config-changed'},
	{type: 'MAC_STATUS', action: 'config-changed'},
	{type: 'MAC_POLICY_LOAD', action: 'config-changed'},
	{type: 'DAEMON_START', action: 'service-started'},
	{type: 'DAEMON_END', action: 'service-stopped'},
	{type: 'SERVICE_START', action: 'service-started'},
	{type: 'SERVICE_STOP', action: 'service-stopped'},
	{type: 'SYSTEM_BOOT', action: 'service-started'},
	{type: 'SYSTEM_SHUTDOWN', action: 'service-stopped'},
	{type: 'USER_TTY', action: 'command-run'},
	{type: 'RESP_ACCT_LOCK', action: 'user-changed'},
	...['MAC_CONFIG_CHANGE', 'NETFILTER_CFG', 'TIME_ADJNTPVAL', 'TIME_INJOFFSET'].map(type => ({type, action: 'config-changed'} as const)),
	...['ANOM_ABEND', 'ANOM_PROMISCUOUS', 'ANOM_LINK', 'ANOM_LOGIN_FAILURES', 'ANOM_LOGIN_SESSIONS', 'ANOM_LOGIN_LOCATION', 'ANOM_LOGIN_ACCT', 'ANOM_ROOT_TRANS'].map(type => ({type, action: 'alert-raised'} as const)),
];

/** The kernel writes its types as numbers where no daemon names them. */
const numbers: ReadonlyArray<readonly [number: string, type: string]> = [
	['1006', 'LOGIN'],
	['1100', 'USER_AUTH'],
	['1101', 'USER_ACCT'],
	['1103', 'CRED_ACQ'],
	['1104', 'CRED_DISP'],
	['1105', 'USER_START'],
	['1106', 'USER_END'],
	['1108', 'USER_CHAUTHTOK'],
	['1112', 'USER_LOGIN'],
	['1113', 'USER_LOGOUT'],
	['1114', 'ADD_USER'],
	['1115', 'DEL_USER'],
	['1116', 'ADD_GROUP'],
	['1117', 'DEL_GROUP'],
	['1123', 'USER_CMD'],
	['1130', 'SERVICE_START'],
	['1131', 'SERVICE_STOP'],
	['1300', 'SYSCALL'],
	['1302', 'PATH'],
	['1305', 'CONFIG_CHANGE'],
	['1306', 'SOCKADDR'],
	['1307', 'CWD'],
	['1309', 'EXECVE'],
	['1320', 'EOE'],
	['1325', 'NETFILTER_CFG'],
	['1327', 'PROCTITLE'],
	['1404', 'MAC_STATUS'],
];

export type AuditType = Codes & {readonly failed: number; readonly weight: number};

const named = rows.map(({type, action = 'none', failed = action, category = action === 'none' ? 'system' : undefined, weight = weights.plain}) =>
	[type, {...codesOf(action, category), failed: actionCode(failed), weight}] as const);

export const auditTypes = new WordTable<AuditType>([...named, ...numbers.flatMap(([number, type]) => named.filter(([name]) => name === type).map(([, known]) => [number, known] as const))]);

/** Those by which alone it is known what an event was; the others are companions of a system call. */
export const tellingTypes: readonly string[] = rows.filter(({weight = weights.plain}) => weight === weights.plain).map(({type}) => type);

export const otherCall: Codes = codesOf('none', 'system');

export const otherType: AuditType = {...otherCall, failed: 0, weight: weights.plain};

/** System calls that are actions of ours, by `arch` and number (x86-64, aarch64, i386) and by the name that enriched records give. */
const watchedCalls: ReadonlyArray<readonly [action: ActionId, names: readonly string[]]> = [
	['process-executed', ['c000003e:59', 'c000003e:322', 'c00000b7:221', 'c00000b7:281', '40000003:11', '40000003:358', 'execve', 'execveat']],
	['file-accessed', [
		'c000003e:2',
		'c000003e:257',
		'c000003e:437',
		'c000003e:87',
		'c000003e:263',
		'c000003e:82',
		'c000003e:264',
		'c000003e:316',
		'c000003e:90',
		'c000003e:268',
		'c000003e:92',
		'c000003e:260',
		'c00000b7:56',
		'c00000b7:35',
		'c00000b7:38',
		'40000003:5',
		'40000003:295',
		'40000003:10',
		'open',
		'openat',
		'openat2',
		'unlink',
		'unlinkat',
		'rename',
		'renameat',
		'renameat2',
		'chmod',
		'fchmodat',
		'chown',
		'fchownat',
	]],
	['connection', ['c000003e:42', 'c00000b7:203', '40000003:362', 'connect']],
	['config-changed', ['c000003e:159', 'c000003e:164', 'c000003e:227', 'c000003e:175', 'c000003e:313', 'adjtimex', 'settimeofday', 'clock_settime', 'init_module', 'finit_module']],
];

export const systemCalls: ReadonlyMap<string, Codes> = new Map(
	watchedCalls.flatMap(([action, names]) => names.map(name => [name, codesOf(action)] as const)),
);
