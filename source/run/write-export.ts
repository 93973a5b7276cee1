import {hostname} from 'node:os';
import {basename} from 'node:path';
import type {DeviceMap} from '../domain/device-map.ts';
import {receiptSuffix} from '../domain/receipt.ts';
import {inBytes} from '../domain/size.ts';
import type {Engine} from '../engine/engine.ts';
import {openDestination, type Destination} from '../export/destination.ts';
import {diskTrouble} from '../export/disk-trouble.ts';
import {exportEvents, type Exported, nothingExported} from '../export/export-events.ts';
import {formOfPath} from '../export/output-forms.ts';
import {receiptBytes} from '../export/receipt.ts';
import {printQueryLine} from '../query/print-query-line.ts';
import type {Query} from '../query/query.ts';
import type {ErrandNews, ExportErrand} from '../view/errands.ts';
import {counted} from '../view/drawing/numbers.ts';
import {receiptMap} from './receipt-map.ts';
import {notesAmong, receiptNotes} from './receipt-notes.ts';
import {version} from './version.ts';
import {authorHere} from './write-errands.ts';

/** One export, while it goes on. */
export type ExportRun = {
	readonly engine: Engine;
	readonly nowMs: () => number;
	readonly errand: ExportErrand;
	readonly devices: DeviceMap;
	readonly tell: (news: ErrandNews) => void;
	/** What is to be removed however the program ends. */
	readonly unfinished: Set<Destination>;
	readonly signal: AbortSignal;
};

/** Writes the export and its receipt, each whole or not at all. */
export async function writeExport(run: ExportRun, path: string): Promise<void> {
	const {errand, tell, signal} = run;
	// The digest has no use before the first export, and takes a while to load.
	const {digesting} = await import('../export/digesting.ts');
	let soFar = nothingExported;
	const opened: Destination[] = [];
	try {
		const destination = digesting(await openOne(run, path, opened));
		const receipt = await openOne(run, path + receiptSuffix, opened);
		soFar = await fill(run, destination, progress => {
			soFar = progress;
		});
		await receipt.write(await receiptFor(run, {path, exported: soFar, sha256: destination.sha256()}));
		if (!signal.aborted) {
			await destination.commit();
			tell({type: 'over', sentence: `${written(soFar)} written to ${errand.path} (${formOfPath(path)!.title}, ${inBytes(soFar.bytes)}); ${await handOver(receipt, path + receiptSuffix)}${await notesBeside(run.engine)}`});
		}
	} catch (error) {
		tell({type: 'over', sentence: `not exported: ${diskTrouble(error, path)}${soFar.bytes === 0 ? '' : ` after ${inBytes(soFar.bytes)}; nothing was kept`}`});
	} finally {
		for (const each of opened) {
			each.abandon();
			run.unfinished.delete(each);
		}
	}
}

async function openOne({errand: {mayReplace}, nowMs, unfinished}: ExportRun, path: string, opened: Destination[]): Promise<Destination> {
	const destination = await openDestination({path, mayReplace, token: nowMs().toString(36)});
	opened.push(destination);
	unfinished.add(destination);
	return destination;
}

/** The export has its name by now: what hinders the receipt takes nothing back. */
async function handOver(receipt: Destination, path: string): Promise<string> {
	try {
		await receipt.commit();
		return `${basename(path)} is its receipt`;
	} catch (error) {
		return `its receipt could not be written: ${diskTrouble(error, path)}`;
	}
}

/** Notes are events of a file of their own: an export under a filter leaves out those on its events. */
async function notesBeside(engine: Engine): Promise<string> {
	const {sources} = await engine.health();
	const names = notesAmong(sources).map(({description: {name}}) => name);
	return names.length === 0 ? '' : `; notes on events are in ${names.join(', ')}: hand on that too`;
}

async function receiptFor({engine, errand: {query}, devices, nowMs}: ExportRun, {path, exported, sha256}: {readonly path: string; readonly exported: Exported; readonly sha256: string}): Promise<Uint8Array> {
	const health = await engine.health();
	return receiptBytes({
		file: basename(path), form: formOfPath(path)!.title, sha256, exported, version,
		queryLine: printQueryLine(query),
		deviceMap: await receiptMap(devices, query),
		exportedMs: nowMs(),
		by: authorHere(),
		host: hostname(),
		notes: await receiptNotes(health.sources),
		health,
	});
}

async function fill({engine, errand: {path, query}, tell, signal}: ExportRun, destination: Destination, onProgress: (soFar: Exported) => void): Promise<Exported> {
	const {form} = formOfPath(path)!;
	const rows = await rowsOf(engine, query);
	tell({type: 'progress', sentence: 'exporting 0 %'});
	return exportEvents({
		engine, query, form, destination, signal,
		onProgress(soFar) {
			onProgress(soFar);
			tell({type: 'progress', sentence: `exporting ${percentOf(soFar.events + soFar.holes, rows)} %`});
		},
	});
}

async function rowsOf(engine: Engine, query: Query): Promise<number> {
	const {totalRows} = await engine.page({query, anchor: {at: 'newest'}, before: 0, after: 0, longestMessage: 0});
	return totalRows;
}

/** Rows that came since do not make more of the whole than there is. */
const percentOf = (count: number, whole: number): number => Math.min(100, Math.floor(100 * count / Math.max(1, whole)));

const written = ({events, holes}: Exported): string => holes === 0 ? counted(events, 'event') : `${counted(events, 'event')} and ${counted(holes, 'hole')}`;
