import {type Foreign, foreignText} from '../domain/foreign.ts';
import type {RecordFacts} from './format.ts';

/** What a short line says, in its order: to whom or what it was done, how, from where to where. Of one row the first field that the record has is told. */
const parts: ReadonlyArray<{readonly before: string; readonly fields: readonly string[]}> = [
	{before: '', fields: ['targetUser', 'userName']},
	{before: '', fields: ['target']},
	{before: '', fields: ['role']},
	{before: '', fields: ['rule']},
	{before: 'alert ', fields: ['alertId']},
	{before: 'group ', fields: ['group']},
	{before: '', fields: ['command', 'path']},
	{before: '', fields: ['unit']},
	{before: '', fields: ['query']},
	{before: '', fields: ['reason']},
	{before: 'from ', fields: ['sourceAddress', 'sourceHost']},
	{before: 'to ', fields: ['targetAddress', 'targetHost']},
	{before: 'port ', fields: ['targetPort']},
	{before: '', fields: ['protocol']},
	{before: 'times: ', fields: ['repeated']},
];

/** Told where nothing else is: whose door it was. */
const lastResort = 'process';

/**
What a record names beside its action and its user, as `r.lind, from 10.20.0.99`: values of its own, in the words of no record.
Empty where it names nothing of the kind.
*/
export function gistOf(fields: RecordFacts['fields']): Foreign {
	const told = [...requestIn(fields), ...parts.flatMap(({before, fields: names}) => {
		const name = names.find(candidate => valuesOf(fields, candidate).length > 0);
		return name === undefined ? [] : [...new Set(valuesOf(fields, name))].map(value => `${before}${value}`);
	})];
	return told.length === 0 ? fields.find(({name}) => name === lastResort)?.value ?? foreignText('') : foreignText(told.join(', '));
}

/** What was asked of a web server, and how it answered: `GET /login, 401`. Where the request came from says little beside it, and comes after. */
function requestIn(fields: RecordFacts['fields']): string[] {
	const [method, url, status] = ['method', 'url', 'status'].map(name => valuesOf(fields, name)[0]);
	return method === undefined || url === undefined ? [] : [`${method} ${url}`, ...(status === undefined ? [] : [status])];
}

const valuesOf = (fields: RecordFacts['fields'], wanted: string): Foreign[] => fields.filter(({name, value}) => name === wanted && value !== '').map(({value}) => value);
