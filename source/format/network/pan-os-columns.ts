import type {ActionId} from '../../domain/actions.ts';
import {resultCode} from '../../domain/result.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {verdictIn} from '../vocabulary/result-words.ts';
import {WordTable} from '../bytes/word-table.ts';

/** By the number of a cell, counted from 0, its name; and the cells of the columns, -1 where the type has none. */
export type PanOsColumns = {
	readonly names: ReadonlyMap<number, string>;
	/** The cell whose word says what was done, and what its words mean. */
	readonly deed: number;
	readonly deeds: WordTable<Codes>;
	/** What it is where no such word says more. */
	readonly codes: Codes;
	readonly generated: number;
	readonly severity: number;
	readonly status: number;
	readonly user: number;
	readonly host: number;
	readonly message: number;
	readonly devices: readonly number[];
};

type Cells = ReadonlyArray<readonly [cell: number, name: string]>;
type Deeds = {readonly cell: number; readonly words: ReadonlyArray<readonly [word: string, action: ActionId]>};

function columnsOf(action: ActionId, cells: Cells, {generated = 6, deeds = {cell: -1, words: []}}: {readonly generated?: number; readonly deeds?: Deeds} = {}): PanOsColumns {
	const cellOf = (wanted: string): number => cells.find(([, name]) => name === wanted)?.[0] ?? -1;
	return {
		names: new Map(cells),
		deed: deeds.cell,
		deeds: new WordTable(deeds.words.map(([word, done]) => [word, codesOf(done)] as const)),
		codes: codesOf(action, action === 'none' ? 'system' : undefined),
		generated,
		severity: cellOf('severity'),
		status: cellOf('status'),
		user: cellOf('user'),
		host: cellOf('deviceName'),
		message: cellOf('message'),
		devices: deviceNames.map(name => cellOf(name)).filter(cell => cell >= 0),
	};
}

/** Cells that name devices. */
const deviceNames = ['sourceAddress', 'sourceAddress6', 'targetAddress', 'message'] as const;

const shared: Cells = [[2, 'deviceSerial'], [3, 'sourceAction'], [4, 'subtype']];
const flow: Cells = [
	...shared, [7, 'sourceAddress'], [8, 'targetAddress'], [11, 'rule'], [12, 'user'], [13, 'targetUser'], [14, 'application'], [16, 'sourceZone'], [17, 'targetZone'], [24, 'sourcePort'], [25, 'targetPort'], [29, 'protocol'], [30, 'status'],
];
const tunnel = columnsOf('connection', [...flow, [31, 'severity']]);

const portalDeeds = ['portal', 'gateway'].flatMap(part => [[`${part}-auth`, 'login'], [`${part}-login`, 'login'], [`${part}-logout`, 'logout']] as const);

/** The cells that all types share come first. Types are as PAN-OS 8 to 11 document them; later ones only add cells behind these. */
export const panOsTypes = new WordTable<PanOsColumns>([
	['TRAFFIC', columnsOf('connection', [...flow, [31, 'bytes'], [46, 'reason'], [52, 'deviceName']])],
	['THREAT', columnsOf('alert-raised', [...flow, [31, 'url'], [32, 'threat'], [33, 'alertCategory'], [34, 'severity'], [59, 'deviceName']])],
	['DECRYPTION', columnsOf('connection', flow)],
	['START', tunnel],
	['END', tunnel],
	['TUNNEL', tunnel],
	['SCTP', columnsOf('connection', flow)],
	['SYSTEM', columnsOf('none', [...shared, [8, 'messageId'], [9, 'target'], [13, 'severity'], [14, 'message'], [22, 'deviceName']])],
	['CONFIG', columnsOf('config-changed', [...shared, [7, 'sourceAddress'], [9, 'command'], [10, 'user'], [11, 'client'], [12, 'status'], [13, 'path'], [21, 'deviceName']])],
	['AUTHENTICATION', columnsOf('authenticated', [
		...shared, [8, 'sourceAddress'], [9, 'user'], [11, 'target'], [12, 'rule'], [15, 'vendor'], [17, 'server'], [18, 'message'], [19, 'client'], [20, 'status'], [29, 'deviceName'], [31, 'method'],
	])],
	['USERID', columnsOf('network-event', [...shared, [8, 'sourceAddress'], [9, 'user'], [10, 'source'], [16, 'method'], [17, 'sourceKind'], [25, 'deviceName']], {
		deeds: {cell: 4, words: [['login', 'network-login'], ['logout', 'session-closed']]},
	})],
	['GLOBALPROTECT', columnsOf('remote-access', [
		...shared, [8, 'messageId'], [9, 'stage'], [10, 'method'], [12, 'user'], [14, 'sourceHost'], [15, 'sourceAddress'], [16, 'sourceAddress6'], [17, 'assignedAddress'], [25, 'reason'], [26, 'error'], [27, 'message'], [28, 'status'], [33, 'target'],
	], {deeds: {cell: 8, words: portalDeeds}})],
	['HIPMATCH', columnsOf('network-event', [...shared, [7, 'user'], [9, 'sourceHost'], [10, 'system'], [11, 'sourceAddress'], [12, 'rule'], [24, 'deviceName']])],
	['IPTAG', columnsOf('network-event', [...shared, [8, 'sourceAddress'], [9, 'tag'], [10, 'messageId'], [13, 'source']])],
	['CORRELATION', columnsOf('alert-raised', [...shared, [7, 'sourceAddress'], [8, 'user'], [10, 'alertCategory'], [11, 'severity'], [17, 'deviceName'], [19, 'rule'], [21, 'message']])],
]);

/** What an administrator does is also told shorter, the type before the time: `01801,2026/03/03 08:50:12,audit,2561,gui-op,admin,"<show/>",success`. */
export const panOsAudits = new WordTable<PanOsColumns>([
	['audit', columnsOf('command-run', [[0, 'deviceSerial'], [2, 'sourceAction'], [4, 'client'], [5, 'user'], [6, 'command'], [7, 'status']], {generated: 1})],
]);

/** Where the type stands in the one and in the other. */
export const typeCell = 3;
export const auditCell = 2;

const ends = new WordTable<number>([
	...['reset-both', 'reset-client', 'reset-server', 'reset both', 'reset client', 'reset server', 'sinkhole', 'drop-all', 'unauthorized'].map(word => [word, resultCode.failure] as const),
	['continue', resultCode.success],
	['override', resultCode.success],
]);

/** What a firewall's word says of how it ended: one for what it did to the packets, or to a person. */
export const panOsResult = (bytes: Uint8Array, start: number, end: number): number => ends.find(bytes, start, end) ?? verdictIn(bytes, start, end);
