import {Buffer} from 'node:buffer';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {followLog, withLog} from './stage/followed-log.ts';
import type {MemoryDisk} from './stage/memory-disk.ts';
import {live} from './stage/scripted-log.ts';

test('NULs at the head of a file whose writer did not append are skipped and said', t => {
	const {recorder} = followLog(t, withLog(`${'\0'.repeat(5000)}line\n`));
	t.deepEqual(recorder.given.map(({offsetBytes, text}) => [offsetBytes, text]), [[5000, 'line']]);
	t.deepEqual(recorder.faults.map(({type}) => type), ['nul-bytes-skipped']);
});

test('a truncation without a copy is a hole, and what was shown stays readable', t => {
	const {disk, clock, recorder, following} = followLog(t, withLog('one\n'));
	disk.truncate(live, 0);
	disk.hold(live)('other\n');
	clock.advance(300);
	t.deepEqual(recorder.texts, ['one', 'other']);
	t.is(recorder.holes.length, 1);
	t.is(recorder.holes[0]!.afterGeneration, 0);
	t.deepEqual(following.readBack(0, 0, 4), {type: 'bytes', bytes: new Uint8Array(Buffer.from('one\n'))});
	t.is(recorder.stateOf(0)!.notices.length, 1);
});

test('a copytruncate is no hole, but carries its badge', t => {
	const {disk, clock, recorder} = followLog(t, withLog('one\n'));
	disk.hold(live)('two\n');
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	disk.hold(live)('three\n');
	clock.advance(300);
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
	t.deepEqual(recorder.holes, []);
	t.regex(recorder.stateOf(0)!.notices.join(' '), /copytruncate/);
});

/** Rotated once by copytruncate, and copied again before the first bytes since then were read. */
function copiedBeforeItIsRead(t: ExecutionContext) {
	const following = followLog(t, withLog('one\n'));
	const {disk, clock} = following;
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	clock.advance(300);
	disk.hold(live)('two\n');
	disk.copy(live, `${live}.1`);
	return following;
}

test('a copytruncate met between its copy and its truncation, before the first bytes were read, loses nothing', t => {
	const {disk, clock, recorder} = copiedBeforeItIsRead(t);
	const nothing = (): void => undefined;
	// Its bytes were read, and its beginning and its end compared with the copy.
	disk.meanwhile(live, nothing, nothing, () => {
		disk.truncate(live, 0);
		disk.hold(live)('three\n');
	});
	clock.advance(300);
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});

test('a copy of what is still in the live file, made before its first bytes were read, is told once', t => {
	const {disk, clock, recorder} = copiedBeforeItIsRead(t);
	clock.advance(300);
	disk.hold(live)('three\n');
	clock.advance(300);
	t.deepEqual(recorder.told.map(({type}) => type), ['line', 'hole', 'line', 'line']);
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});

test('the log4j appender: unlink, close, rename, create, inodes used again, writes of 8,192 bytes', t => {
	const {disk, clock, recorder} = followLog(t, withLog(''));
	const lines = Array.from({length: 2000}, (_, index) => `${String(index).padStart(6, '0')} ${'x'.repeat(60)}\n`);
	const text = lines.join('');
	for (let from = 0; from < text.length; from += 8192) {
		disk.hold(live)(text.slice(from, from + 8192));
		clock.advance(250);
		if (!(from % (8192 * 3) === 0 && text[from + 8191] === '\n')) {
			continue;
		}

		disk.remove(`${live}.1`);
		disk.rename(live, `${live}.1`);
		clock.advance(1);
		disk.create(live);
	}

	clock.advance(300);
	t.is(recorder.texts.join('\n'), text.slice(0, -1));
	t.deepEqual(recorder.holes, []);
});

test('a copy made while nobody could look at the folder is read as late when it is met', t => {
	const {disk, clock, recorder} = followLog(t, withLog('one\n'));
	const folder = path.dirname(live);
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	clock.advance(300);
	for (const what of [folder, `${folder}/`]) {
		disk.refuse(what, 'EACCES');
	}

	disk.hold(live)('two\n');
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	disk.hold(live)('three\n');
	clock.advance(1000);
	for (const what of [folder, `${folder}/`]) {
		disk.refuse(what, undefined);
	}

	clock.advance(1000);
	disk.truncate(live, 0);
	disk.hold(live)('4\n');
	clock.advance(1000);
	t.deepEqual(recorder.told.map(({type, text}) => type === 'hole' ? type : `${type} ${text}`), ['line one', 'hole', 'line three', 'hole', 'late two', 'line 4']);
});

test('a file that begins with more NUL bytes than are read in a second is said to be skipped to its text', t => {
	const {disk, clock, recorder} = followLog(t, withLog(''));
	const nulBytes = 65 * 1024 * 1024;
	const bytes = new Uint8Array(nulBytes + 4);
	bytes.set(Buffer.from('one\n'), nulBytes);
	disk.fill(live, bytes);
	clock.advance(300);
	t.deepEqual(recorder.texts, ['one']);
	t.deepEqual(recorder.faults.map(({type}) => type), ['nul-bytes-skipped', 'nul-bytes-skipped']);
	t.regex(recorder.faults[0]!.sentence, /begins with .* of NUL bytes or more: they are skipped/);
});

test('late lines are read for as long as they come, each within two seconds of the one before, and no longer', t => {
	const {disk, clock, recorder} = followLog(t, withLog('one\n'));
	const writeOld = disk.hold(live);
	disk.rename(live, `${live}.1`);
	withLog('new\n')(disk);
	clock.advance(300);
	for (const line of ['two\n', 'three\n', 'four\n']) {
		clock.advance(1500);
		writeOld(line);
		clock.advance(300);
	}

	t.deepEqual(recorder.told.map(({type, text}) => `${type} ${text}`), ['line one', 'line new', 'late two', 'late three', 'late four']);
	t.false(recorder.ended.has(0));
	clock.advance(2500);
	t.true(recorder.ended.has(0));
});

const given = Array.from({length: 100}, (_, index) => `line ${index} of the log\n`);
const all = given.join('');
const edited = all.replace('line 70', 'line seventy');

/** Somebody copies a file over the log: it is emptied and filled again, and looked at after each piece. `told`: behind what had been read before. */
for (const [name, pieces, told] of [
	['the same', [all.slice(0, 999), all.slice(999)], []],
	['the same, without a pause', [all], []],
	['the same, twice over', [all.slice(0, 999), '', all.slice(0, 500), all.slice(500)], []],
	['the same and more', [all.slice(0, 999), `${all.slice(999)}more\n`], ['line more']],
	['the beginning', [all.slice(0, 999)], ['hole truncated after 2 kB had been read; no copy holds what followed, if anything']],
	['an edited one', [edited.slice(0, 999), edited.slice(999)], [
		'hole truncated after 2 kB had been read; no copy holds what followed, if anything',
		...edited.slice(edited.lastIndexOf('\n', 998) + 1, -1).split('\n').map(line => `line ${line}`),
	]],
	['another', ['other\n'], ['hole truncated after 2 kB had been read; no copy holds what followed, if anything', 'line other']],
	['nothing', [''], ['hole truncated after 2 kB had been read; no copy holds what followed, if anything']],
] as const) {
	test(`a file copied over the log, holding ${name}: nothing that is proven to be the same comes twice`, t => {
		const {disk, clock, recorder} = followLog(t, withLog(all));
		clock.advance(300);
		t.is(recorder.told.length, given.length);
		for (const [index, piece] of pieces.entries()) {
			if (index === 0 || piece === '') {
				disk.truncate(live, 0);
				clock.advance(300);
			}

			disk.hold(live)(piece);
			clock.advance(300);
		}

		clock.advance(3000);
		t.deepEqual(recorder.told.slice(given.length).map(({type, text}) => `${type} ${text}`), [...told]);
	});
}

for (const [name, rotate] of [
	['before it was followed', undefined],
	['while it was followed', (disk: MemoryDisk) => {
		disk.rename(live, `${live}.1`);
		withLog(all)(disk);
	}],
] as const) {
	test(`a log rotated ${name}, over which the same is copied: that comes once`, t => {
		const {disk, clock, recorder} = followLog(t, disk => {
			disk.create(`${live}.1`);
			disk.hold(`${live}.1`)('old\n');
			withLog(rotate === undefined ? all : 'one\n')(disk);
		});
		clock.advance(300);
		rotate?.(disk);
		clock.advance(3000);
		const before = [...recorder.told];
		disk.truncate(live, 0);
		clock.advance(300);
		disk.hold(live)(all);
		clock.advance(3000);
		t.is(recorder.texts.at(-1), given.at(-1)!.trimEnd());
		t.deepEqual(recorder.told, before);
	});
}

test('a log emptied, written and packed before what was written is read: that comes once', t => {
	const {disk, clock, recorder} = followLog(t, withLog('one\n'));
	disk.truncate(live, 0);
	clock.advance(300);
	disk.hold(live)('two\n');
	disk.rename(live, `${live}.1`);
	withLog('three\n')(disk);
	disk.pack(`${live}.1`);
	clock.advance(300);
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
});

test('a log that was cut, then rotated by copytruncate while the clock went back: what was left of it comes once', t => {
	const {disk, clock, recorder} = followLog(t, withLog('one\ntwo\n'));
	disk.truncate(live, 4);
	clock.advance(250);
	disk.hold(live)('three\n');
	disk.clock.step(-3_600_000);
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	clock.advance(3000);
	t.deepEqual(recorder.texts, ['one', 'two', 'three']);
	t.deepEqual(recorder.told.map(({type}) => type), ['line', 'line', 'hole', 'line']);
});

test('a file copied over the log that is whole again just after it was found empty: nothing is missing', t => {
	const {disk, clock, recorder} = followLog(t, withLog(all));
	clock.advance(300);
	disk.truncate(live, 0);
	disk.meanwhile(live, () => undefined, () => {
		disk.hold(live)(`${all}more\n`);
	});
	clock.advance(3000);
	t.deepEqual(recorder.told.slice(given.length).map(({type, text}) => `${type} ${text}`), ['line more']);
});
