import {type Clock, parseTime} from '../config/parse-times.ts';
import {readTypedTime} from '../config/typed-time.ts';
import type {DeviceGroup} from '../domain/device-map.ts';
import {formOfPath, inNextForm, outputForms} from '../export/output-forms.ts';
import {printQueryLine} from '../query/print-query-line.ts';
import {parseQueryLine} from '../query/query-line.ts';
import {bestLike} from '../query/suggest.ts';
import type {Interpreter, Moment} from '../view/interpreter.ts';
import type {LineReading} from '../view/boxes/line.ts';
import {withKnownGroups} from './known-groups.ts';
import {withSourcePaths} from './request.ts';

export type InterpreterParts = {
	readonly groups?: readonly DeviceGroup[];
	readonly nowMs: () => number;
	/** Suggests a path for an export. */
	readonly exportPath?: () => string;
	/** Suggests a path for the notes file. */
	readonly notesPath?: () => string;
};

/** Reads words typed on the screen, with this machine's clock and names. */
export function interpreterFor({groups = [], nowMs, exportPath = () => '', notesPath = () => './ledgerline-notes.jsonl'}: InterpreterParts): Interpreter {
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

				const query = withSourcePaths(grouped.value, moment.sources);
				return 'value' in query ? {type: 'query', query: query.value} : troubleAt(text, 'source', query.trouble);
			},
			export: readExportPath,
		},
		printQuery: printQueryLine,
		rank: bestLike,
		exportPath,
		notesPath,
	};
}

/** Trouble with a name that was looked up only after the line was parsed; it points at the first filter of that kind. */
const troubleAt = (text: string, name: string, sentence: string): LineReading =>
	({type: 'trouble', trouble: {sentence, column: Math.max(0, text.search(new RegExp(String.raw`\b${name}!?=`, 'v')))}});

/** The ending of the name decides the form, so that no file is named `.csv` without being CSV. */
function readExportPath(text: string): LineReading {
	const path = text.trim();
	const form = formOfPath(path);
	const endings = outputForms.map(({suffixes}) => suffixes[0]).join(' ');
	return form === undefined ? {type: 'trouble', trouble: {sentence: `the name must end in ${endings}`, column: text.length}} : {type: 'file', form: form.title, inNextForm: inNextForm(path, form)};
}

/** In logs that ended more than a day ago, "yesterday" and "-3h" count from their end. */
const oldAfterMs = 24 * 3600e3;

function clockAt({zone, newestMicros}: Moment, nowMs: number): Clock {
	const newestMs = newestMicros === undefined ? nowMs : Math.ceil(newestMicros / 1000);
	return {zone, nowMs: nowMs - newestMs > oldAfterMs ? newestMs : nowMs};
}
