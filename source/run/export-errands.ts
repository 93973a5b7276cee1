import {accessSync, constants} from 'node:fs';
import {basename, join} from 'node:path';
import type {DeviceMap} from '../domain/device-map.ts';
import {receiptSuffix} from '../domain/receipt.ts';
import type {Engine} from '../engine/engine.ts';
import type {Destination} from '../export/destination.ts';
import {fitnessOf, type Fitness, type Watched} from '../export/fit-path.ts';
import type {Errands} from '../view/errands.ts';
import {expandedPath, type Places} from './places.ts';
import {type ExportRun, writeExport} from './write-export.ts';

export type ExportGround = {
	readonly engine: Engine;
	readonly devices: DeviceMap;
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

async function runExport(run: ExportRun & Pick<ExportGround, 'watched' | 'places'>): Promise<void> {
	const {engine, errand: {mayReplace}, places, watched, tell} = run;
	const path = expandedPath(run.errand.path, places);
	const {files, folders} = watched();
	const fitness = fitnessWithReceipt(path, {files: [...files, ...await filesNow(engine)], folders});
	if (fitness.type === 'unfit') {
		tell(fitness);
	} else if (!mayReplace && fitness.type === 'taken') {
		tell({type: 'question', sentence: fitness.sentence});
	} else {
		await writeExport(run, path);
	}
}

/** Neither the export nor its receipt may lie where something else does. */
function fitnessWithReceipt(path: string, watched: Watched): Fitness {
	const own = fitnessOf(path, watched);
	const receipt = fitnessOf(path + receiptSuffix, watched);
	return own.type !== 'free' || receipt.type === 'free'
		? own
		: {...receipt, sentence: receipt.type === 'taken' ? 'has a receipt already' : `cannot have its receipt beside it: ${basename(path)}${receiptSuffix} ${receipt.sentence}`};
}

/** Sources that came after the start are as sacred as the first: notes, or a log that a folder gained. */
async function filesNow(engine: Engine): Promise<string[]> {
	const {sources} = await engine.health();
	return sources.map(({description}) => description.path);
}

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
