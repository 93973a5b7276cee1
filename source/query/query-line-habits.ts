import {addressRange} from '../domain/address-range.ts';
import {nearestWord} from './nearest-word.ts';
import {filterNames} from './query-line-filters.ts';

/** What people write out of habit where a filter belongs, and what to write instead. */
const habits: ReadonlyArray<{readonly pattern: RegExp; readonly sentence: string}> = [
	{pattern: /^(?:OR\b|\|\||\()/v, sentence: 'values of one filter are joined by or, filters by and: user=bob user=eve'},
	{pattern: /^\|/v, sentence: 'no pipes here: S sums up who did what'},
	{pattern: /^(?:not\s+|[!\-])[\-a-z]+[:=]/iv, sentence: 'what is not wanted is written user!=bob'},
	{pattern: /^(?:severity|level)\s*[<>]/iv, sentence: 'severity has steps: severity=notice is notices and alerts'},
	{pattern: /^(?:time|date|timestamp)\s*[<>]/iv, sentence: 'times are since= and until=: since=-1h until=10:15'},
	{pattern: /^[\-a-z]+\s+(?:!?=|[<>])/iv, sentence: 'no blanks around the sign: user=bob'},
	{pattern: /^[\-a-z]+[<>]/iv, sentence: 'values are not compared: a filter looks like user=dana'},
];

/** Why this is not a filter. */
export const filterHabit = (text: string): string =>
	habits.find(({pattern}) => pattern.test(text))?.sentence ?? 'a filter looks like user=dana; words to search for stand last, after text:';

const valueHabits: typeof habits = [
	{pattern: /^=/v, sentence: 'one = is enough: user=bob; a value that begins with one stands in quotes'},
	{pattern: /^'/v, sentence: 'quotes are double: user="bob smith"'},
	{pattern: /\*/v, sentence: 'a value is the whole of it; for a part: text: user:svc; a star itself stands in quotes'},
];

/** Why an unquoted value is probably a mistake; undefined if it is not. Device addresses may have stars for parts: `device=10.2.*.7`. */
export const valueHabit = (name: string, text: string): string | undefined =>
	name === 'device' && addressRange(text) !== undefined ? undefined : valueHabits.find(({pattern}) => pattern.test(text))?.sentence;

/** The names of filters in other search languages. */
const otherNames: Readonly<Record<string, string>> = {
	username: 'user', owner: 'user', account: 'user', actor: 'user',
	ip: 'device', src: 'device', dst: 'device', address: 'device',
	hostname: 'host', computer: 'host',
	level: 'severity', priority: 'severity',
	log: 'source', file: 'source', path: 'source', index: 'source', sourcetype: 'format',
	event: 'type', eventtype: 'type', 'event-type': 'type', 'sub-type': 'type',
	status: 'result', outcome: 'result',
	from: 'since', after: 'since', start: 'since', earliest: 'since',
	to: 'until', before: 'until', end: 'until', latest: 'until',
	search: 'text', message: 'text', keyword: 'text', keywords: 'text', grep: 'text', q: 'text', raw: 'text',
	'device-group': 'group', operations: 'user-operations',
};

/** The filter that a foreign or mistyped name probably means. */
export const meantFilter = (name: string): string | undefined => otherNames[name] ?? nearestWord(name, [...filterNames, 'text']);
