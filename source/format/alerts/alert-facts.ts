import type {Field} from '../../domain/field.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import type {PairList, TextOf} from '../bytes/pair-list.ts';
import type {RecordFacts} from '../format.ts';
import {alertFieldNames, alertKeys} from './alert-fields.ts';

/** What the head of an alert says; its name and its severity count where no pair tells them. */
type AlertHead = {readonly fields: readonly Field[]; readonly name: Foreign; readonly severityWord: Foreign | undefined};

/** Everything that an alert says, its head and its pairs read. */
export function alertFacts(bytes: Uint8Array, pairs: PairList, head: AlertHead, textOf: TextOf): RecordFacts {
	const word = pairs.findAny(alertKeys.severity);
	const message = pairs.findFilled(alertKeys.message);
	const told = pairs.fields(textOf).map(({name, value}): Field => ({name: alertFieldNames.get(name) ?? name, value}));
	return {
		message: told[message]?.value ?? head.name,
		severityWord: word < 0 ? head.severityWord : decodeForeign(bytes, pairs.starts[word], pairs.ends[word]),
		fields: [...head.fields, ...told.filter((_, pair) => pair !== message && pair !== word)],
	};
}
