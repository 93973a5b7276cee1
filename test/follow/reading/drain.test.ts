import {Buffer} from 'node:buffer';
import test from 'ava';
import {followLog, withLog} from '../stage/followed-log.ts';
import {live} from '../stage/scripted-log.ts';

test('NULs to the end of a file that its writer laid out in advance are no text: what is written over them is told once, and they are said when the file is over', t => {
	const laidOutBytes = 300_000;
	const laidOut = (text: string) => new Uint8Array(Buffer.from(text.padEnd(laidOutBytes, '\0')));
	const {disk, clock, recorder} = followLog(t, disk => {
		disk.create(live);
		disk.fill(live, laidOut(''));
	});
	const texts = ['one', 'two', 'thr', 'four'];
	let written = '';
	for (const text of ['one\n', 'two\n', 'thr', `\nfour${'\n'.padStart(laidOutBytes - 18)}`]) {
		clock.advance(3000);
		written += text;
		disk.fill(live, laidOut(written));
	}

	clock.advance(3000);
	t.deepEqual(recorder.texts.map(text => text.trimEnd()), texts);
	disk.rename(live, `${live}.1`);
	disk.create(live);
	disk.hold(live)('five\n');
	clock.advance(3000);
	t.deepEqual(recorder.texts.map(text => text.trimEnd()), [...texts, 'five']);
	t.deepEqual(recorder.holes, []);
	t.deepEqual(recorder.faults.map(({sentence}) => sentence), [`${live} ends with 2 NUL bytes, laid out in advance by its writer or left where lines were lost, as after a power failure; they were skipped.`]);
});

test('a log of which the beginning was punched out goes on where it was', t => {
	const lines = Array.from({length: 200}, (_, index) => `line ${index} of two hundred`);
	const bytes = new Uint8Array(Buffer.from(`${lines.join('\n')}\n`));
	const {disk, clock, recorder} = followLog(t, withLog(Buffer.from(bytes).toString()));
	for (const punchedBytes of [512, 4096]) {
		disk.fill(live, bytes.fill(0, 0, punchedBytes));
		clock.advance(500);
	}

	disk.hold(live)('next\n');
	clock.advance(500);
	t.deepEqual(recorder.told.map(told => told.text), [...lines, 'next']);
});

test('a writer that goes on at its old place after a truncation has punched nothing out: what it writes is another content', t => {
	const {disk, clock, recorder} = followLog(t, withLog('one\n'.repeat(300)));
	const bytes = Buffer.from(`${'\0'.repeat(1200)}two\n`);
	disk.fill(live, bytes);
	clock.advance(500);
	t.deepEqual(recorder.told.slice(300).map(({type, text}) => type === 'hole' ? type : text), ['hole', 'two']);
});
