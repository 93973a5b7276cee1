import process from 'node:process';
import {exitCodes} from '../config/exit-codes.ts';
import {findKnownPlaces} from '../config/known-places.ts';
import {foreignText} from '../domain/foreign.ts';
import {signedSeconds} from '../domain/time.ts';
import {isGiven} from '../config/options.ts';
import {complaints} from '../config/reading.ts';
import type {Engine, Health, OpenRequest, SourceHealth, SourceOptions} from '../engine/engine.ts';
import {formats} from '../format/formats.ts';
import {capabilitiesOf} from '../terminal/capabilities.ts';
import {escape} from '../text/escape.ts';
import type {Run} from './command-line.ts';
import {nodeVariablesSet} from './node-variables.ts';
import {readScreenFlags} from './screen-flags.ts';
import {checkPatterns, readSourceOptions} from './source-options.ts';
import type {Setting} from './setting.ts';
import {version} from './version.ts';

/** Reports on this machine: what the terminal can do and why, which logs can be read and how they are watched. */
export async function doctor(engine: Engine, {paths, given}: Run, setting: Setting): Promise<number> {
	const flags = readScreenFlags(given);
	if ('trouble' in flags) {
		setting.complain(flags.trouble);
		return exitCodes.usage.code;
	}

	const said = complaints();
	const reading = readSourceOptions(given, formats.map(({name}) => name), said);
	if (said.first !== undefined) {
		setting.complain(said.first);
		return exitCodes.usage.code;
	}

	const {environment, isTerminal, isInputTerminal} = setting;
	const {reasons} = capabilitiesOf({environment, isInputTty: isInputTerminal, isOutputTty: isTerminal, flags: flags.value});
	const places = paths.length > 0 ? [] : findKnownPlaces();
	const isRecursive = isGiven(given, 'recursive');
	const readable = paths.length > 0 ? paths : places.filter(place => place.isReadable).map(place => place.path);
	await setting.output.write([
		section(`ledgerline ${version}`, [['node', process.version], ['system', `${process.platform} ${process.arch}`]]),
		section('variables that Node itself obeys', nodeVariablesSet(environment)),
		section('terminal', reasons.map(({capability, value, reason}) => [capabilityWords.get(capability) ?? capability, value, reason])),
		section('known places', places.map(({path, finding}) => [path, finding])),
		section('logs', readable.length === 0 ? [['no readable logs', '']] : await logRows(engine, {paths: readable, isRecursive, ...reading})),
	].filter(text => text !== '').join('\n'));
	return exitCodes.ok.code;
}

const capabilityWords = new Map([
	['isPlain', 'plain lines only'],
	['isUnicode', 'Unicode'],
	['hasAlternateScreen', 'alternate screen'],
	['hasSynchronisedOutput', 'synchronised output'],
	['hasScrollRegion', 'scroll region'],
	['hasStatusReport', 'status report'],
	['hasEraseCharacters', 'erase characters'],
	['hasLastColumn', 'last column'],
]);

type Row = readonly string[];

function section(title: string, rows: readonly Row[]): string {
	const shown = rows.map(row => row.map(cell => escape(foreignText(cell)) as string));
	const widthOf = (column: number) => Math.max(...shown.map(row => row[column]?.length ?? 0));
	const lines = shown.map(row => `  ${row.map((cell, column) => cell.padEnd(widthOf(column))).join('  ').trimEnd()}\n`);
	return rows.length === 0 ? '' : `${title}\n${lines.join('')}`;
}

/** Long enough for the watcher to come up or fail, and for small logs to be read. */
const lookMs = 1000;

/** Asks the engine, so that doctor says the same about a source as the screen would. */
async function logRows(engine: Engine, request: Omit<OpenRequest, 'isFollowing'>): Promise<Row[]> {
	const {faults, sources} = await engine.open({...request, isFollowing: true});
	const patterns = checkPatterns({...request, isFollowing: true}, sources);
	await new Promise(resolve => {
		setTimeout(resolve, lookMs);
	});
	const health = await engine.health();
	const none = health.sources.length === 0 ? [`no log was found in ${request.paths.join(', ')}`] : [];
	return [...health.sources.map(source => sourceRow(source)), ...troubleRows(health, [...none, ...faults.map(({sentence}) => sentence), ...('trouble' in patterns ? [patterns.trouble] : [])])];
}

const sourceRow = ({description, generations, formats: shares, confidence, options, state}: SourceHealth): Row => [
	description.path,
	`${generations} ${generations === 1 ? 'file' : 'files'}`,
	shares.length === 0 ? '-' : `${shares[0]!.format} ${Math.floor(confidence * 100)} %`,
	optionWords(options),
	'reason' in state ? state.reason : stateWords[state.type],
];

/** The options that the source's records are read with. */
const optionWords = ({zone = 'UTC', clockOffsetMs, yearHint, format}: SourceOptions): string => [
	zone,
	...(clockOffsetMs ? [`clock ${signedSeconds(clockOffsetMs)}`] : []),
	...(yearHint === undefined ? [] : [`year ${yearHint}`]),
	...(format === undefined ? [] : [`read as ${format}`]),
].join(', ');

const stateWords = {
	live: 'readable, watched',
	reading: 'readable, still being read',
	draining: 'readable, just rotated',
} as const;

const troubleRows = ({faults}: Health, first: readonly string[]): Row[] =>
	[...new Set([...first, ...faults.map(({fault}) => fault.sentence)])].map(sentence => [sentence]);
