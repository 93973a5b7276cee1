import {type Clock, parseTime} from '../config/parse-times.ts';
import {readTypedTime} from '../config/typed-time.ts';
import type {SourceDescription} from '../domain/source.ts';
import {printQueryLine} from '../query/print-query-line.ts';
import {parseQueryLine} from '../query/query-line.ts';
import type {Interpreter, Moment} from '../view/interpreter.ts';
import {withSourcePaths} from './request.ts';

export type InterpreterParts = {readonly sources: readonly SourceDescription[]; readonly nowMs: () => number};

/** What words typed on the screen mean on this machine, now. */
export function interpreterFor({sources, nowMs}: InterpreterParts): Interpreter {
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

				const query = withSourcePaths(parsed.query, sources);
				return 'value' in query ? {type: 'query', query: query.value} : {type: 'trouble', trouble: {sentence: query.trouble, column: Math.max(0, text.search(/\bsource!?=/))}};
			},
		},
		printQuery: printQueryLine,
	};
}

/** In logs that ended more than a day ago, "yesterday" and "-3h" are counted from their end: nobody looks there for today. */
const oldAfterMs = 24 * 3600e3;

function clockAt({zone, newestMicros}: Moment, nowMs: number): Clock {
	const newestMs = newestMicros === undefined ? nowMs : Math.ceil(newestMicros / 1000);
	return {zone, nowMs: nowMs - newestMs > oldAfterMs ? newestMs : nowMs};
}
