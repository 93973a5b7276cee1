import {userInfo} from 'node:os';
import {basename, join} from 'node:path';
import {recordDigest} from '../domain/record-digest.ts';
import {isoTime} from '../domain/time.ts';
import type {Engine} from '../engine/engine.ts';
import {diskTrouble} from '../export/disk-trouble.ts';
import {fitnessOf, type Watched} from '../export/fit-path.ts';
import {appendLine, type HandWritten, notesFileTrouble, notesLine} from '../export/notes-file.ts';
import type {ErrandNews, Errands, WriteErrand} from '../view/errands.ts';
import {expandedPath, type Places} from './places.ts';

export type WriteGround = {
	readonly engine: Engine;
	/** What is watched at that moment. */
	readonly watched: () => Watched;
	readonly places: Places;
	readonly nowMs: () => number;
	/** The notes file that is followed already, if any. */
	readonly followed: string | undefined;
};

/** Appends notes and events written by hand to the notes file, from where the timeline gets them. */
export function writeErrands(ground: WriteGround): Errands['write'] {
	const followed = new Set(ground.followed === undefined ? [] : [ground.followed]);
	// The notes file is the only followed file that we write to.
	const watched = () => {
		const now = ground.watched();
		return {...now, files: now.files.filter(file => !followed.has(file))};
	};

	return (errand, tell) => {
		void write({...ground, watched}, followed, errand).then(tell);
		return () => undefined;
	};
}

async function write({engine, watched, places, nowMs}: WriteGround, followed: Set<string>, errand: WriteErrand): Promise<ErrandNews> {
	const path = expandedPath(errand.path, places);
	const trouble = await notesFileTrouble(path, watched());
	if (trouble !== undefined) {
		return {type: 'unfit', sentence: trouble};
	}

	const written = await handWritten(engine, errand);
	try {
		await appendLine(path, notesLine(written, nowMs()));
	} catch (error) {
		// What was typed is kept for another file or another try.
		return {type: 'unfit', sentence: `not written: ${diskTrouble(error, path)}`};
	}

	if (!followed.has(path)) {
		followed.add(path);
		await engine.follow({path, options: notesOptions});
	}

	return {type: 'over', sentence: `${written.kind === 'note' ? 'note' : 'event'} written to ${basename(path)}`};
}

/** Notes carry UTC times, which no clock correction may change. */
export const notesOptions = {format: 'notes', zone: 'UTC', clockOffsetMs: 0} as const;

async function handWritten(engine: Engine, {draft: {kind, event, answers}, author}: WriteErrand): Promise<HandWritten> {
	if (kind === 'event') {
		const {'event-time': micros = '0', 'event-type': severity = 'info', 'event-device': device = '', 'event-text': text = ''} = answers;
		return {kind, time: isoTime({micros: Number(micros), nanos: 0, digits: 3}), author, text, severity: severity.toLowerCase(), ...(device !== '' && {device})};
	}

	const details = event === undefined ? undefined : await engine.details({event});
	const time = details === undefined ? '' : isoTime(details.row.time);
	const raw = details?.raw ?? new Uint8Array(0);
	const about = details && {source: details.sourcePath, time, offset: details.row.offsetBytes, length: raw.length, digest: recordDigest(raw)};
	return {kind, time, author, text: answers.note ?? '', ...(about && {about})};
}

/** The user's name, or an empty text where the system has none. */
export function authorHere(): string {
	try {
		return userInfo().username;
	} catch {
		// The user id has no entry in the password file (uv_os_get_passwd: ENOENT).
		return '';
	}
}

/** Suggests a notes file in the current folder or, where that is watched, in the home folder. */
export function likelyNotesPath({watched, places}: Pick<WriteGround, 'watched' | 'places'>): string {
	const name = 'ledgerline-notes.jsonl';
	const now = watched();
	const isFit = (folder: string) => fitnessOf(join(folder, name), now).type !== 'unfit';
	return isFit(places.current) ? `./${name}` : join(places.home, name);
}
