import {accessSync, constants} from 'node:fs';
import {join} from 'node:path';
import {inBytes} from '../domain/size.ts';
import type {Engine} from '../engine/engine.ts';
import {openDestination, type Destination} from '../export/destination.ts';
import {diskTrouble} from '../export/disk-trouble.ts';
import {exportEvents, type Exported} from '../export/export-events.ts';
import {fitnessOf, type Watched} from '../export/fit-path.ts';
import {formOfPath} from '../export/output-forms.ts';
import type {Query} from '../query/query.ts';
import type {ErrandNews, Errands, ExportErrand} from '../view/errands.ts';
import {counted} from '../view/numbers.ts';
import {expandedPath, type Places} from './places.ts';

export type ExportGround = {
	readonly engine: Engine;
	/** As it is at that moment. */
	readonly watched: () => Watched;
	readonly places: Places;
	readonly nowMs: () => number;
	/** Removes what is half done, however the program ends. */
	readonly beforeEnd: (work: () => void) => void;
};

/** Exports asked for on the screen. */
export function exportErrands(ground: ExportGround): Errands['export'] {
	const unfinished = new Set<Destination>();
	ground.beforeEnd(() => {
		for (const destination of unfinished) {
			destination.abandon();
		}
	});
	return (errand, tell) => {
		const giveUp = new AbortController();
		void runExport({...ground, errand, tell, unfinished, signal: giveUp.signal});
		return () => {
			giveUp.abort();
		};
	};
}

type ExportRun = ExportGround & {
	readonly errand: ExportErrand;
	readonly tell: (news: ErrandNews) => void;
	readonly unfinished: Set<Destination>;
	readonly signal: AbortSignal;
};

async function runExport(run: ExportRun): Promise<void> {
	const {engine, errand: {mayReplace}, places, watched, tell} = run;
	const path = expandedPath(run.errand.path, places);
	const {files, folders} = watched();
	const fitness = fitnessOf(path, {files: [...files, ...await filesNow(engine)], folders});
	if (fitness.type === 'unfit') {
		tell(fitness);
	} else if (!mayReplace && fitness.type === 'taken') {
		tell({type: 'question', sentence: fitness.sentence});
	} else {
		await writeExport(run, path);
	}
}

/** Sources that came after the start are as sacred as the first: notes, or a log that a folder gained. */
async function filesNow(engine: Engine): Promise<string[]> {
	const {sources} = await engine.health();
	return sources.map(({description}) => description.path);
}

async function writeExport(run: ExportRun, path: string): Promise<void> {
	const {errand, nowMs, tell, unfinished, signal} = run;
	let soFar: Exported = {events: 0, holes: 0, bytes: 0};
	let destination: Destination | undefined;
	try {
		destination = await openDestination({path, mayReplace: errand.mayReplace, token: nowMs().toString(36)});
		unfinished.add(destination);
		soFar = await fill(run, destination, progress => {
			soFar = progress;
		});
		if (!signal.aborted) {
			await destination.commit();
			tell({type: 'over', sentence: `${written(soFar)} written to ${errand.path} (${formOfPath(path)!.title}, ${inBytes(soFar.bytes)})`});
		}
	} catch (error) {
		tell({type: 'over', sentence: `not exported: ${diskTrouble(error, path)}${soFar.bytes === 0 ? '' : ` after ${inBytes(soFar.bytes)}; nothing was kept`}`});
	} finally {
		destination?.abandon();
		if (destination !== undefined) {
			unfinished.delete(destination);
		}
	}
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

/** A name that says when; in the first of the usual folders that may be written and is not watched. */
export function likelyExportPath({watched, places, nowMs}: Pick<ExportGround, 'watched' | 'places' | 'nowMs'>): string {
	const stamp = new Date(nowMs()).toISOString().slice(0, 19).replaceAll(/[\-:]/gv, '').replace('T', '-');
	const name = `ledgerline-${stamp}.csv`;
	const now = watched();
	const folder = [places.current, places.home, places.temporary].find(each => canBeWritten(each) && fitnessOf(join(each, name), now).type !== 'unfit');
	return folder === undefined || folder === places.current ? name : join(folder, name);
}

function canBeWritten(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}
