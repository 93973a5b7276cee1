import path from 'node:path';
import type {Utf16} from '../archives/utf16.ts';

/** How a generation is packed; `undefined` elsewhere means plain text. UTF-16, which Windows writes, is unpacked into UTF-8. */
export type ArchiveKind = 'gz' | 'xz' | 'zst' | 'bz2' | Utf16;

/** What a file name says of a previous generation. */
export type GenerationName = {
	/** The live name it belongs to. */
	readonly live: string;
	readonly archive: ArchiveKind | undefined;
	readonly age: Age;
};

/** `serial` 1 is the newest previous generation; a later `date` is newer. `unnumbered`: only its time can tell. */
export type Age =
	| {readonly type: 'serial'; readonly serial: number}
	| {readonly type: 'date'; readonly date: string}
	| {readonly type: 'unnumbered'};

/** The endings that packers give, and those that people name for logrotate's `compressext`; the content has the last word on how a file is packed. */
const archiveEndings: ReadonlyMap<string, ArchiveKind> = new Map([
	['gz', 'gz'],
	['gzip', 'gz'],
	['Z', 'gz'],
	['xz', 'xz'],
	['zst', 'zst'],
	['zstd', 'zst'],
	['bz2', 'bz2'],
	['bzip2', 'bz2'],
]);

const archiveSuffix = new RegExp(String.raw`\.(?<ending>${archiveEndings.keys().toArray().join('|')})$`);

/**
Suffixes that rotators add to the live name: logrotate (serial, dateext, dateformat), log4j (serial, date pattern), logback and log4j2 (date and a number
that counts up), pm2-logrotate (two underscores before the date).
*/
const ageSuffixes: ReadonlyArray<{readonly pattern: RegExp; readonly age: (text: string, serial: string | undefined) => Age}> = [
	{pattern: /(?:[-.]|__)(?<age>\d{4}-\d{2}-\d{2}(?:[-.T_]\d{2}(?:[-.:_]?\d{2}){0,2})?)(?:[-.](?<serial>\d{1,5}))?$/, age: dated},
	{pattern: /[-.](?<age>\d{8}(?:[-.T_]?\d{2,10})?)$/, age: dated},
	{pattern: /-(?<age>\d{10})$/, age: date => ({type: 'date', date})},
	{pattern: /\.(?<age>\d{1,5})$/, age: serial => ({type: 'serial', serial: Number(serial)})},
	{pattern: /\.(?:old|prev)$/, age: () => ({type: 'serial', serial: 1})},
];

/** What multilog, s6-log and svlogd call the file they write to, and what they rename it to: the time it was ended in TAI64N, and whether it ended whole. */
const stampedLive = 'current';
const stampedName = /^@(?<stamp>[\da-f]{24})\.[su]$/;

/** Reads a file name as a previous generation: `audit.log.2.gz`, `audit.log-20260101`, `audit.log.gz`. */
export function readGenerationName(name: string): GenerationName | undefined {
	const stamp = stampedName.exec(name)?.groups?.stamp;
	if (stamp !== undefined) {
		return {live: stampedLive, archive: undefined, age: {type: 'date', date: stamp}};
	}

	const archive = archiveOf(name);
	const plain = plainNameOf(name);
	for (const {pattern, age} of ageSuffixes) {
		const match = pattern.exec(plain);
		if (match !== null && match.index > 0) {
			return {live: plain.slice(0, match.index), archive, age: age(match.groups?.age ?? '', match.groups?.serial)};
		}
	}

	return archive === undefined || plain === '' ? undefined : {live: plain, archive, age: {type: 'unnumbered'}};
}

/** Whether a name is made of a time alone, and nothing of the live name is in it. */
export const isStamped = (name: string): boolean => stampedName.test(name);

/** As above, for one known live name; also reads logrotate's `extension` form, `audit-20260101.log` beside `audit.log`. */
export function readGenerationOf(live: string, name: string): GenerationName | undefined {
	const found = readGenerationName(name);
	if (found?.live === live) {
		return found;
	}

	const {name: stem, ext} = path.parse(live);
	const plain = plainNameOf(name);
	if (ext === '' || !plain.startsWith(stem) || !plain.endsWith(ext)) {
		return undefined;
	}

	const inner = readGenerationName(plain.slice(0, -ext.length));
	return inner?.live === stem ? {...inner, live, archive: archiveOf(name)} : undefined;
}

/** The live names that a file may be a previous generation of: those for which `readGenerationOf` reads it as one. */
export function liveNamesOf(name: string): readonly string[] {
	const plain = plainNameOf(name);
	const {ext} = path.parse(plain);
	const inner = ext === '' ? undefined : readGenerationName(plain.slice(0, -ext.length));
	return [readGenerationName(name)?.live, inner === undefined ? undefined : inner.live + ext]
		.filter(live => live !== undefined)
		.filter(live => readGenerationOf(live, name) !== undefined);
}

export function archiveOf(name: string): ArchiveKind | undefined {
	return archiveEndings.get(archiveSuffix.exec(name)?.groups?.ending ?? '');
}

/** The name of the file that an archive was made of; any other name as it is. */
export const plainNameOf = (name: string): string => name.replace(archiveSuffix, '');

/** Files of one date follow each other by their numbers. */
function dated(date: string, serial: string | undefined): Age {
	return {type: 'date', date: serial === undefined ? digitsOf(date) : `${digitsOf(date)}.${serial.padStart(mostSerialDigits, '0')}`};
}

const mostSerialDigits = 5;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
