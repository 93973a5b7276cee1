import {nearestWord, otherName} from '../query/nearest-word.ts';
import {optionRows, type Given, type OptionName} from '../config/options.ts';
import {parseDuration} from '../config/parse-amounts.ts';
import {perSource} from '../config/per-source.ts';
import type {Complaints, Reading} from '../config/reading.ts';
import {isZone} from '../config/zone.ts';
import type {SourceDescription} from '../domain/source.ts';
import {isSourceNamed} from '../domain/source-pattern.ts';
import type {OpenRequest, SomeSourceOptions, SourceOptions} from '../engine/engine.ts';

/** How sources are read: options for all of them and for some. */
export type ReadSourceOptions = Required<Pick<OpenRequest, 'options' | 'perSource'>>;

/** Reads the options that can be given per source. `formatNames` are the known formats. */
export function readSourceOptions(given: Given, formatNames: readonly string[], said: Complaints): ReadSourceOptions {
	const options: SourceOptions[] = [];
	const some: SomeSourceOptions[] = [];
	for (const {name, read} of optionReaders) {
		const {forAll, forSome} = perSource(given, name);
		if (forAll !== undefined) {
			const own = named(`--${name}`, read(forAll, formatNames));
			options.push(said.take(own) ?? {});
		}

		for (const {pattern, value} of forSome) {
			const subject = `--${name} '${pattern}=${value}'`;
			const own: Reading<SourceOptions> = pattern === ''
				? {trouble: `${subject} names no source before the equals sign; write it like --${name} auth.log=${value}`}
				: named(subject, read(value, formatNames));
			some.push({pattern, option: name, options: said.take(own) ?? {}});
		}
	}

	return {options: Object.assign({}, ...options) as SourceOptions, perSource: some};
}

/** A pattern that names no source is a mistake, because its option would silently do nothing. */
export function checkPatterns({perSource: some = []}: OpenRequest, sources: readonly SourceDescription[]): Reading<undefined> {
	const idle = some.find(({pattern}) => sources.every(({path}) => !isSourceNamed(pattern, path)));
	return idle === undefined || sources.length === 0 ? {value: undefined} : {trouble: `--${idle.option}: no source is named '${idle.pattern}'; ${otherSource(idle.pattern, sources)}`};
}

/** The way out for a name that no source has. */
export const otherSource = (typed: string, sources: readonly SourceDescription[]): string => otherName(typed, sources.map(({name}) => name));

type OptionReader = {readonly name: OptionName; readonly read: (text: string, formatNames: readonly string[]) => Reading<SourceOptions>};

const optionReaders: readonly OptionReader[] = [
	{name: 'zone', read: readZone},
	{name: 'clock-offset', read: readClockOffset},
	{name: 'year', read: readYear},
	{name: 'format', read: readFormat},
];

const named = <Value>(subject: string, reading: Reading<Value>): Reading<Value> => 'trouble' in reading ? {trouble: `${subject}: ${reading.trouble}`} : reading;

function readZone(text: string): Reading<SourceOptions> {
	return isZone(text) ? {value: {zone: text}} : {trouble: `'${text}' is not a zone; write it like UTC, +02:00 or Europe/Berlin`};
}

function readClockOffset(text: string): Reading<SourceOptions> {
	const reading = parseDuration(text.replace(/^[+-]/, ''));
	return 'trouble' in reading ? reading : {value: {clockOffsetMs: text.startsWith('-') ? -reading.value : reading.value}};
}

function readYear(text: string): Reading<SourceOptions> {
	return /^\d{4}$/.test(text) ? {value: {yearHint: Number(text)}} : {trouble: `'${text}' is not a year; write it like 2026`};
}

const outputForms = optionRows.find(({name}) => name === 'output')?.words ?? [];

function readFormat(text: string, formatNames: readonly string[]): Reading<SourceOptions> {
	if (formatNames.includes(text)) {
		return {value: {format: text}};
	}

	const form = outputForms.find(word => word === text || word === `${text}l`);
	if (form !== undefined) {
		return {trouble: `'${text}' is no format that records are read in; what print writes is chosen by --output ${form}`};
	}

	const near = nearestWord(text, formatNames);
	return {trouble: `there is no format '${text}'${near === undefined ? '' : ` (did you mean '${near}'?)`}; there are ${formatNames.join(', ')}`};
}
