import {readdirSync} from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Field} from '../../source/domain/field.ts';
import type {EventDetails} from '../../source/engine/engine.ts';
import {openEngineHere} from '../../source/local/engine-here.ts';
import {parseQueryLine} from '../../source/query/query-line.ts';
import {printQueryLine} from '../../source/query/print-query-line.ts';
import type {Query} from '../../source/query/query.ts';
import {ownKeyword} from '../../source/view/filters/keyword.ts';
import {logFolder, openRead, pageOf} from './logs.ts';

const fixtures = path.resolve('test/fixtures');

const formats = readdirSync(fixtures, {withFileTypes: true}).filter(entry => entry.isDirectory() && entry.name !== 'user-formats').map(({name}) => name);

const logsOf = (format: string): string[] =>
	readdirSync(path.join(fixtures, format)).filter(name => !name.endsWith('.events.json')).map(name => path.join(fixtures, format, name));

for (const format of formats) {
	test(`a value of every field of ${format} is included and excluded as it is, also by the line that says so`, async t => {
		await includeAndExclude(t, logsOf(format));
	});
}

test('values that a log made up to be misread are included and excluded as they are', async t => {
	const logs = await logFolder(t);
	await logs.write('hostile.jsonl', hostileValues.map((value, at) => `${JSON.stringify({time: `2026-03-03T09:00:${String(at).padStart(2, '0')}Z`, message: 'x', value, [value]: 'as a name'})}\n`).join(''));
	await includeAndExclude(t, [logs.path('hostile.jsonl')]);
});

const hostileValues = [
	'a b',
	'a"b',
	String.raw`a\b`,
	String.raw`\"`,
	':',
	'user:dana',
	'user=dana',
	'-x',
	'!x',
	'/x/',
	'/x',
	'*',
	'a*b',
	'a,b',
	'OR',
	'AND',
	'NOT x',
	'| x',
	'since=-1h',
	'é',
	'É',
	'e\u{301}',
	'😀',
	'\u{202E}abc',
	'\u{1B}[2J',
	'a\nb',
	'a\tb',
	'\u{0}',
	'\u{9B}',
	'x'.repeat(20_000),
	'"',
	'""',
	' ',
	'  lead',
	'trail  ',
	'text:',
	'=x',
	'==',
	'\u{FEFF}',
	'K',
];

/** Of each field a few values are tried: each is included by itself, and all are excluded together, so that a record is described once for all of them. */
async function includeAndExclude(t: ExecutionContext, paths: readonly string[]): Promise<void> {
	const engine = await openRead(t, {paths}, openEngineHere());
	const all: EventDetails[] = [];
	await engine.tail({query: {facets: {}}, order: 'time', batch: 1000}, batch => {
		all.push(...batch);
	});
	const events = all.filter(({row}) => row.kind === 'event');
	for (const values of someOfEach(events)) {
		const having = values.map(value => eventsHaving(events, value));
		const remaining = new Set(events).difference(new Set(having.flat()));
		for (const [stance, asked, count] of [...values.map((value, index) => ['include', [value], having[index]!.length] as const), ['exclude', values, remaining.size] as const]) {
			const query: Query = {facets: {}, keywords: asked.map(({name, value}) => ownKeyword(name, value, stance))};
			t.deepEqual(parseQueryLine(printQueryLine(query)), {type: 'query', query});
			// eslint-disable-next-line no-await-in-loop -- one question after the other
			const {matchedEvents} = await pageOf(engine, {query, before: 0});
			t.is(matchedEvents, count, `${stance} ${asked.map(({name, value}) => `${name} ${JSON.stringify(value.slice(0, 100))}`).join(', ')}`);
		}
	}
}

const triedValues = 3;

function someOfEach(events: readonly EventDetails[]): Field[][] {
	const byName = Object.values(Object.groupBy(events.flatMap(({fields}) => fields), ({name}) => `field ${name}`));
	return byName.map(fields => new Map(fields!.map(field => [field.value, field])).values().take(triedValues).toArray());
}

/** The slow twin: names in either letter case, values in small letters as well. */
function eventsHaving(events: readonly EventDetails[], {name, value}: Field): EventDetails[] {
	const isFolded = value === value.toLowerCase();
	const foldedName = name.toLowerCase();
	return events.filter(({fields}) => fields.some(field => field.name.toLowerCase() === foldedName && (isFolded ? field.value.toLowerCase() : field.value) === value));
}
