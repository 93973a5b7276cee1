import {Buffer} from 'node:buffer';
import type {DeviceGroup} from '../domain/device-map.ts';
import type {Foreign} from '../domain/foreign.ts';
import {receiptBeginning} from '../domain/receipt.ts';
import {isoTime} from '../domain/time.ts';
import type {Health, SourceHealth} from '../engine/engine.ts';
import type {Exported} from './export-events.ts';
import {json} from './json-lines.ts';

/** What an export was made of, by whom, when, and how its bytes are known again. */
export type ReceiptFacts = {
	/** The export's own name; the receipt lies beside it. */
	readonly file: string;
	readonly form: string;
	readonly sha256: string;
	readonly exported: Exported;
	/** All filters as one line, as `--query` takes it. */
	readonly queryLine: string;
	readonly exportedMs: number;
	/** What its groups of devices are, where a map tells. */
	readonly deviceMap?: {readonly path: Foreign; readonly sha256: string; readonly groups: readonly DeviceGroup[]} | undefined;
	/** Who sat at the keyboard, as the system knows them, and at which machine. */
	readonly by: string;
	readonly host: string;
	readonly version: string;
	/** How the logs stood when the last event was written. */
	readonly health: Health;
};

/** A receipt as JSON that people read too: one name a line, and nothing in it can drive a terminal. */
export function receiptBytes(facts: ReceiptFacts): Uint8Array {
	const text = json({
		ledgerline: 'receipt',
		version: facts.version,
		...ofFile(facts),
		query: facts.queryLine,
		...(facts.deviceMap && {deviceMap: facts.deviceMap}),
		...ofEvents(facts.exported),
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

/** How a log was read decides what its times mean. */
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
