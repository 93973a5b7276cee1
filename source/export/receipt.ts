import {Buffer} from 'node:buffer';
import type {DeviceGroup} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';
import {receiptBeginning} from '../domain/receipt.ts';
import {isoTime} from '../domain/time.ts';
import type {Health, SourceHealth} from '../engine/engine.ts';
import type {FileDigest} from './digesting.ts';
import type {Exported} from './export-events.ts';
import {json} from './json-lines.ts';

/** What an export was made from, by whom and when, and how to recognise its bytes. */
export type ReceiptFacts = {
	/** The export's file name; the receipt is beside it. */
	readonly file: string;
	readonly form: string;
	readonly sha256: string;
	readonly exported: Exported;
	/** All filters as one line, as `--query` takes them. */
	readonly queryLine: string;
	readonly exportedMs: number;
	/** The device map, if there is one, and the groups that the filters name. */
	readonly deviceMap?: {readonly path: Foreign; readonly sha256: string; readonly groups: readonly DeviceGroup[]} | undefined;
	/** The files of notes that were read, and how to recognise them. */
	readonly notes?: ReadonlyArray<FileDigest & {readonly path: Foreign}>;
	/** The user name and the machine. */
	readonly by: string;
	readonly host: string;
	readonly version: string;
	/** The state of the logs when the last event was written. */
	readonly health: Health;
};

/** A receipt as JSON that people can read too: one member per line, safe to print on a terminal. */
export function receiptBytes(facts: ReceiptFacts): Uint8Array {
	const text = json({
		ledgerline: 'receipt',
		version: facts.version,
		...ofFile(facts),
		query: facts.queryLine,
		...(facts.deviceMap && {deviceMap: facts.deviceMap}),
		...ofEvents(facts.exported),
		...(facts.notes && facts.notes.length > 0 && {notes: facts.notes}),
		exportedAt: new Date(facts.exportedMs).toISOString(),
		exportedBy: facts.by,
		exportedOn: facts.host,
		...ofLogs(facts.health),
	}, '\t');
	if (!text.startsWith(receiptBeginning)) {
		throw new Error(`a receipt must begin as one: ${text.slice(0, receiptBeginning.length)}`);
	}

	return Buffer.from(`${text}\n`);
}

const ofFile = ({file, form, sha256, exported: {bytes}}: ReceiptFacts) => ({file, form, bytes, sha256});

function ofEvents({events, holes, firstTime, lastTime, missing}: Exported): Record<string, unknown> {
	return {
		events,
		...(firstTime !== undefined && lastTime !== undefined && {from: isoTime(firstTime), to: isoTime(lastTime)}),
		holes,
		...(holes > 0 && {missing}),
	};
}

function ofLogs({sources, faults, isCaughtUp}: Health): Record<string, unknown> {
	return {
		areLogsReadToTheirEnd: isCaughtUp,
		logs: sources.map(each => ofLog(each)),
		troubles: faults.map(({fault: {sentence}, count}) => ({sentence, count})),
	};
}

/** A log and how it was read, which decides what its times mean. */
function ofLog({description: {path}, state, options, formats, events, holes, bytesRead, files, notices}: SourceHealth): Record<string, unknown> {
	return {
		path,
		state: state.type,
		...options,
		formats: formats.map(({format}) => format),
		events,
		holes,
		bytesRead,
		files: files.map(file => ({path: file.path, events: file.events})),
		...(notices.length > 0 && {notices}),
	};
}
