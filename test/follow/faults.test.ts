import {Buffer} from 'node:buffer';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {openFollow} from '../../source/follow/open-follow.ts';
import type {OpenDoorbell} from '../../source/follow/watch.ts';
import {ManualClock} from './manual-clock.ts';
import {MemoryDisk} from './memory-disk.ts';
import {Recorder} from './recorder.ts';
import {live} from './scripted-log.ts';

const silentDoorbell: OpenDoorbell = () => ({close: () => undefined});

/** Follows `live` on a disk in memory. Nothing happens until the clock is moved. */
function followInMemory(t: ExecutionContext, prepare: (disk: MemoryDisk) => void, openDoorbell = silentDoorbell) {
	const disk = new MemoryDisk();
	const clock = new ManualClock();
	const recorder = new Recorder();
	disk.create(path.dirname(live), 'folder');
	prepare(disk);
	const following = openFollow({paths: [live], isFollowing: true}, recorder, {disk, clock, openDoorbell});
	following.start();
	clock.advance(1);
	t.teardown(() => {
		following.close();
	});
	return {disk, clock, recorder, following, state: () => recorder.stateOf(0)!.state};
}

const withLog = (text: string) => (disk: MemoryDisk) => {
	disk.create(live);
	disk.hold(live)(text);
};

test('a file that is not there is waited for, said so, and read when it comes', t => {
	const {disk, clock, recorder, state} = followInMemory(t, () => undefined);
	t.like(state(), {type: 'waiting', reason: 'waiting for audit.log'});
	withLog('first\n')(disk);
	clock.advance(300);
	t.deepEqual(recorder.texts, ['first']);
	t.is(state().type, 'live');
});

test('a name absent during rotation is worth a word after a second only', t => {
	const {disk, clock, state} = followInMemory(t, withLog('one\n'));
	clock.advance(300);
	disk.rename(live, `${live}.1`);
	clock.advance(600);
	t.is(state().type, 'live');
	clock.advance(1000);
	t.is(state().type, 'waiting');
	disk.create(live);
	clock.advance(300);
	t.is(state().type, 'live');
});

for (const code of ['EACCES', 'EIO', 'EMFILE']) {
	test(`a live file refused with ${code} is said, the old one read on, and recovery comes by itself`, t => {
		const {disk, clock, recorder, state} = followInMemory(t, withLog('one\n'));
		const writeOld = disk.hold(live);
		disk.rename(live, `${live}.1`);
		withLog('new\n')(disk);
		disk.refuse(live, code);
		clock.advance(300);
		t.is(state().type, 'blind');
		t.deepEqual(recorder.faults.map(({type}) => type), ['unreadable']);
		writeOld('two\n');
		clock.advance(300);
		t.deepEqual(recorder.texts, ['one', 'two']);
		disk.refuse(live, undefined);
		clock.advance(300);
		t.deepEqual(recorder.texts, ['one', 'two', 'new']);
		t.is(state().type, 'live');
		t.deepEqual(recorder.holes, []);
	});
}

for (const code of ['EIO', 'ESTALE']) {
	test(`a disk that refuses to be read (${code}) is said, and read on where it stood once it is well`, t => {
		const {disk, clock, recorder, state} = followInMemory(t, withLog('one\nhal'));
		disk.refuse('every read', code);
		disk.hold(live)('f\ntwo\n');
		clock.advance(1000);
		t.is(state().type, 'blind');
		t.deepEqual(recorder.texts, ['one']);
		disk.refuse('every read', undefined);
		clock.advance(6000);
		t.is(state().type, 'live');
		t.deepEqual(recorder.texts, ['one', 'half', 'two']);
		t.deepEqual(recorder.holes, []);
	});
}

test('files rotated while the disk refuses to be read are read in order once it is well', t => {
	const {disk, clock, recorder} = followInMemory(t, withLog('one\n'));
	disk.refuse('every read', 'EIO');
	for (const text of ['two\n', 'three\n', 'four\n']) {
		disk.rename(`${live}.2`, `${live}.3`);
		disk.rename(`${live}.1`, `${live}.2`);
		disk.rename(live, `${live}.1`);
		withLog(text)(disk);
		clock.advance(300);
	}

	disk.refuse('every read', undefined);
	clock.advance(6000);
	t.deepEqual(recorder.texts, ['one', 'two', 'three', 'four']);
});

test('a file met again under a name out of order, while the disk refuses to be read, is not read twice', t => {
	const {disk, clock, recorder} = followInMemory(t, withLog('one\n'));
	disk.refuse('every read', 'EIO');
	for (const [index, text] of ['two\n', 'three\n', 'four\n'].entries()) {
		disk.rename(live, `${live}.${index + 1}`);
		withLog(text)(disk);
		clock.advance(300);
	}

	disk.refuse('every read', undefined);
	clock.advance(6000);
	t.deepEqual(recorder.texts, ['one', 'two', 'three', 'four']);
});

for (const kind of ['folder', 'other'] as const) {
	test(`a live file replaced by a ${kind === 'other' ? 'pipe or device' : kind} is refused and said, and followed again when it is a file`, t => {
		const {disk, clock, recorder, state} = followInMemory(t, withLog('one\n'));
		disk.rename(live, `${live}.1`);
		disk.create(live, kind);
		clock.advance(300);
		t.is(state().type, 'blind');
		t.deepEqual(recorder.faults.map(({type}) => type), ['not-a-file']);
		disk.remove(live);
		withLog('two\n')(disk);
		clock.advance(300);
		t.deepEqual(recorder.texts, ['one', 'two']);
	});
}

for (const code of ['ENOSPC', 'EMFILE', 'EACCES']) {
	test(`a folder that cannot be watched (${code}) is polled, said so, and nothing is lost`, t => {
		let fallSilent: (code: string) => void = () => undefined;
		const {disk, clock, recorder, state} = followInMemory(t, withLog('one\n'), (_folder, _onRing, onSilent) => {
			fallSilent = onSilent;
			return {close: () => undefined};
		});
		fallSilent(code);
		disk.hold(live)('two\n');
		clock.advance(300);
		t.deepEqual(recorder.texts, ['one', 'two']);
		t.is(state().type, 'polling');
		t.deepEqual(recorder.faults.map(({type}) => type), ['watch-failed']);
	});
}

test('an unfinished line is shown after a second, again when it has grown, and replaced by its end', t => {
	const {disk, clock, recorder} = followInMemory(t, withLog('whole\nbegi'));
	clock.advance(500);
	t.deepEqual(recorder.provisionals, []);
	clock.advance(1000);
	t.deepEqual(recorder.provisionals, [{generation: 0, offsetBytes: 6, text: 'begi'}]);
	disk.hold(live)('nni');
	clock.advance(2000);
	t.is(recorder.provisionals.at(-1)!.text, 'beginni');
	disk.hold(live)('ng\n');
	clock.advance(300);
	t.deepEqual(recorder.given.map(({offsetBytes, text}) => [offsetBytes, text]), [[0, 'whole'], [6, 'beginning']]);
});

test('an unfinished line that shows that it is over is not given again, and what comes behind it is a line of its own', t => {
	const {disk, clock, recorder} = followInMemory(t, withLog('[1]'));
	recorder.isOver = text => text === '[1]';
	clock.advance(2000);
	t.deepEqual(recorder.provisionals, [{generation: 0, offsetBytes: 0, text: '[1]'}]);
	disk.hold(live)('\nnext\nbegi');
	clock.advance(2000);
	t.deepEqual(recorder.given.map(({offsetBytes, text}) => [offsetBytes, text]), [[3, ''], [4, 'next']]);
	t.deepEqual(recorder.provisionals.slice(1), [{generation: 0, offsetBytes: 9, text: 'begi'}]);
});

test('NULs at the head of a file whose writer did not append are skipped and said', t => {
	const {recorder} = followInMemory(t, withLog(`${'\0'.repeat(5000)}line\n`));
	t.deepEqual(recorder.given.map(({offsetBytes, text}) => [offsetBytes, text]), [[5000, 'line']]);
	t.deepEqual(recorder.faults.map(({type}) => type), ['nul-bytes-skipped']);
});

test('a truncation without a copy is a hole, and what was shown stays readable', t => {
	const {disk, clock, recorder, following} = followInMemory(t, withLog('one\n'));
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
	const {disk, clock, recorder} = followInMemory(t, withLog('one\n'));
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
	const following = followInMemory(t, withLog('one\n'));
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
	const {disk, clock, recorder} = followInMemory(t, withLog(''));
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

test('after close nothing is held open', t => {
	const {disk, following} = followInMemory(t, withLog('one\n'));
	t.true(disk.openHandles > 0);
	following.close();
	t.is(disk.openHandles, 0);
});

test('a copy made while nobody could look at the folder is read as late when it is met', t => {
	const {disk, clock, recorder} = followInMemory(t, withLog('one\n'));
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

test('a file that begins with more NUL bytes than are read in a second is said to be read on', t => {
	const {disk, clock, recorder} = followInMemory(t, withLog(''));
	const nulBytes = 65 * 1024 * 1024;
	const bytes = new Uint8Array(nulBytes + 4);
	bytes.set(Buffer.from('one\n'), nulBytes);
	disk.fill(live, bytes);
	clock.advance(300);
	t.deepEqual(recorder.texts, ['one']);
	t.deepEqual(recorder.faults.map(({type}) => type), ['nul-bytes-skipped', 'nul-bytes-skipped']);
	t.regex(recorder.faults[0]!.sentence, /begins with .* of NUL bytes and more: it is read on/);
});

test('late lines are read for as long as they come, each within two seconds of the one before, and no longer', t => {
	const {disk, clock, recorder} = followInMemory(t, withLog('one\n'));
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
