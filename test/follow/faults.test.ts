import test from 'ava';
import {followLog, withLog} from './stage/followed-log.ts';
import {live} from './stage/scripted-log.ts';

test('a file that is not there is waited for, said so, and read when it comes', t => {
	const {disk, clock, recorder, state} = followLog(t, () => undefined);
	t.like(state(), {type: 'waiting', reason: 'waiting for audit.log'});
	withLog('first\n')(disk);
	clock.advance(300);
	t.deepEqual(recorder.texts, ['first']);
	t.is(state().type, 'live');
});

test('a name absent during rotation is worth a word after a second only', t => {
	const {disk, clock, state} = followLog(t, withLog('one\n'));
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
		const {disk, clock, recorder, state} = followLog(t, withLog('one\n'));
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
		const {disk, clock, recorder, state} = followLog(t, withLog('one\nhal'));
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
	const {disk, clock, recorder} = followLog(t, withLog('one\n'));
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
	const {disk, clock, recorder} = followLog(t, withLog('one\n'));
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
		const {disk, clock, recorder, state} = followLog(t, withLog('one\n'));
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
		const {disk, clock, recorder, state} = followLog(t, withLog('one\n'), (_folder, _onRing, onSilent) => {
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
	const {disk, clock, recorder} = followLog(t, withLog('whole\nbegi'));
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
	const {disk, clock, recorder} = followLog(t, withLog('[1]'));
	recorder.isOver = text => text === '[1]';
	clock.advance(2000);
	t.deepEqual(recorder.provisionals, [{generation: 0, offsetBytes: 0, text: '[1]'}]);
	disk.hold(live)('\nnext\nbegi');
	clock.advance(2000);
	t.deepEqual(recorder.given.map(({offsetBytes, text}) => [offsetBytes, text]), [[3, ''], [4, 'next']]);
	t.deepEqual(recorder.provisionals.slice(1), [{generation: 0, offsetBytes: 9, text: 'begi'}]);
});

test('after close nothing is held open', t => {
	const {disk, following} = followLog(t, withLog('one\n'));
	t.true(disk.openHandles > 0);
	following.close();
	t.is(disk.openHandles, 0);
});
