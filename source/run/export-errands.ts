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
	/** What is watched at that moment. */
	readonly watched: () => Watched;
	readonly places: Places;
	readonly nowMs: () => number;
	/** Registers the removal of unfinished files, however the program ends. */
	readonly beforeEnd: (work: () => void) => void;
};

/** Carries out the exports asked for on the screen. */
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
	const now = watched();
	const fitness = fitnessWithReceipt(path, {...now, files: [...now.files, ...await filesNow(engine)]});
	if (fitness.type === 'unfit') {
		tell(fitness);
	} else if (!mayReplace && fitness.type === 'taken') {
		tell({type: 'question', sentence: fitness.sentence});
	} else {
		await writeExport(run, path);
	}
}

/** Neither the export nor its receipt may replace anything else. */
function fitnessWithReceipt(path: string, watched: Watched): Fitness {
	const own = fitnessOf(path, watched);
	const receipt = fitnessOf(path + receiptSuffix, watched);
	return own.type !== 'free' || receipt.type === 'free'
		? own
		: {...receipt, sentence: receipt.type === 'taken' ? 'has a receipt already' : `cannot have its receipt beside it: ${basename(path)}${receiptSuffix} ${receipt.sentence}`};
}

/** The paths of all sources, including those that came after the start, such as notes or a new log in a folder. */
async function filesNow(engine: Engine): Promise<string[]> {
	const {sources} = await engine.health();
	return sources.map(({description}) => description.path);
}

/** Suggests a name with the date and time, in the first usual folder that is writable and not watched. */
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
