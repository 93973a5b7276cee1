import {linkSync, mkdirSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {fitnessOf} from '../../source/export/fit-path.ts';
import {temporaryFolder} from '../run/program.ts';

/** Two watched logs, a watched folder, and what a hostile or careless person may have put beside them. */
function ground(t: Parameters<typeof temporaryFolder>[0]) {
	const folder = temporaryFolder(t, {'audit.log': 'x\n', 'timeline.jsonl': '{}\n', 'taken.csv': 'x'.repeat(2048)});
	const at = (name: string) => path.join(folder, name);
	mkdirSync(at('watched'));
	mkdirSync(at('folder.csv'));
	symlinkSync(at('audit.log'), at('link.csv'));
	symlinkSync(folder, at('round'));
	symlinkSync(at('watched'), at('aside'));
	linkSync(at('audit.log'), at('hard.csv'));
	return {at, watched: {files: [at('audit.log'), at('timeline.jsonl'), at('not-yet.log')], folders: [at('watched')]}};
}

for (const [name, type, says] of [
	['events.csv', 'free', /^$/],
	['taken.csv', 'taken', /^exists, 2 kB$/],
	['folder.csv', 'unfit', /a folder, not a file/],
	['link.csv', 'unfit', /the log audit\.log/],
	['hard.csv', 'unfit', /the log audit\.log/],
	['audit.log.csv', 'unfit', /the log audit\.log/],
	['round/audit.log', 'unfit', /the log audit\.log/],
	['timeline-20260303.jsonl', 'unfit', /the log timeline\.jsonl/],
	['timeline.csv', 'free', /^$/],
	['not-yet.log', 'unfit', /the log not-yet\.log/],
	['watched/events.csv', 'unfit', /watched for logs/],
	['aside/events.csv', 'unfit', /watched for logs/],
	['none/events.csv', 'unfit', /there is no folder .*none/],
	['audit.log/events.csv', 'unfit', /is not a folder/],
] as const) {
	test(`an export to ${name} beside watched logs is ${type}`, t => {
		const {at, watched} = ground(t);
		const fitness = fitnessOf(at(name), watched);
		t.is(fitness.type, type);
		t.regex('sentence' in fitness ? fitness.sentence : '', says);
	});
}

for (const [name, type] of [
	['watched/inside/events.csv', 'unfit'],
	['watched/events.csv', 'unfit'],
	['events.csv', 'free'],
	['watched-not/events.csv', 'free'],
] as const) {
	test(`where folders inside a watched one are read too, an export to ${name} is ${type}`, t => {
		const {at, watched} = ground(t);
		mkdirSync(at('watched/inside'));
		mkdirSync(at('watched-not'));
		t.is(fitnessOf(at(name), {...watched, isRecursive: true}).type, type);
		t.is(fitnessOf(at('watched/inside/events.csv'), watched).type, 'free');
	});
}

test('a pipe and a device are no files', t => {
	const fitness = fitnessOf('/dev/null', {files: [], folders: []});
	t.like(fitness, {type: 'unfit', sentence: 'is a pipe or a device, not a file'});
});

test('a log that is watched for where there is no folder yet stands in no export\'s way', t => {
	const {at, watched} = ground(t);
	t.is(fitnessOf(at('events.csv'), {...watched, files: [at('not-there/audit.log')]}).type, 'free');
});
