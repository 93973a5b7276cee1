import {type Clock, parseTime} from '../config/parse-times.ts';
import {readTypedTime} from '../config/typed-time.ts';
import type {DeviceGroup} from '../domain/device-map.ts';
import type {SourceDescription} from '../domain/source.ts';
import {printQueryLine} from '../query/print-query-line.ts';
import {parseQueryLine} from '../query/query-line.ts';
import type {Interpreter, Moment} from '../view/interpreter.ts';
import type {LineReading} from '../view/line.ts';
import {withKnownGroups} from './known-groups.ts';
import {withSourcePaths} from './request.ts';

export type InterpreterParts = {readonly sources: readonly SourceDescription[]; readonly groups?: readonly DeviceGroup[]; readonly nowMs: () => number};

/** What words typed on the screen mean on this machine, now. */
export function interpreterFor({sources, groups = [], nowMs}: InterpreterParts): Interpreter {
	return {
		read: {
			time(text, moment) {
				const time = readTypedTime(text, clockAt(moment, nowMs()));
				return 'value' in time ? {type: 'time', micros: time.value} : {type: 'trouble', trouble: time};
			},
			query(text, moment) {
				const parsed = parseQueryLine(text, time => parseTime(time, clockAt(moment, nowMs())));
				if (parsed.type === 'trouble') {
					return parsed;
				}

				const grouped = withKnownGroups(parsed.query, groups);
				if ('trouble' in grouped) {
					return troubleAt(text, 'group', grouped.trouble);
				}

				const query = withSourcePaths(grouped.value, sources);
				return 'value' in query ? {type: 'query', query: query.value} : troubleAt(text, 'source', query.trouble);
			},
		},
		printQuery: printQueryLine,
	};
}

/** Names that only this machine knows are looked up after the line is read: the first of their kind is where to look. */
const troubleAt = (text: string, name: string, sentence: string): LineReading =>
	({type: 'trouble', trouble: {sentence, column: Math.max(0, text.search(new RegExp(String.raw`\b${name}!?=`, 'v')))}});

/** In logs that ended more than a day ago, "yesterday" and "-3h" are counted from their end: nobody looks there for today. */
const oldAfterMs = 24 * 3600e3;

function clockAt({zone, newestMicros}: Moment, nowMs: number): Clock {
	const newestMs = newestMicros === undefined ? nowMs : Math.ceil(newestMicros / 1000);
	return {zone, nowMs: nowMs - newestMs > oldAfterMs ? newestMs : nowMs};
}
