import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import {foreignText} from '../../../source/domain/foreign.ts';
import {realDisk} from '../../../source/follow/disk/disk.ts';
import {bytesOf, pathFrom} from '../../../source/follow/disk/path-bytes.ts';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

test('any bytes of a name come back as they were', t => {
	t.notThrows(() => {
		fc.assert(fc.property(fc.uint8Array({minLength: 1, maxLength: 20}), name => {
			const back = bytesOf(pathFrom(name));
			assert.deepEqual([...Buffer.from(back as string)], [...name]);
		}));
	});
});

test('a name that is UTF-8 stays text', t => {
	const name = 'prüfung-日本.log';
	t.is(pathFrom(Buffer.from(name)), name);
	t.is(bytesOf(name), name);
});

test('a log whose name is not UTF-8 is found in its folder and by a glob, and followed', async t => {
	const folder = temporaryFolder(t);
	const log = Buffer.concat([Buffer.from(`${folder}/pr`), Buffer.from([0xFC]), Buffer.from('fung.log')]);
	fs.writeFileSync(log, 'one\n');
	const {recorder} = follow(t, [folder]);
	await until(() => recorder.texts.length === 1, 'it is read');
	t.deepEqual(realDisk.glob(`${folder}/pr*.log`), [path.join(folder, `pr${String.fromCharCode(0xDC_FC)}fung.log`)]);
	const {path: shown} = recorder.sources[0]!;
	const name = `pr${String.fromCharCode(0xDC_FC)}fung.log`;
	t.is(shown, foreignText(path.join(folder, name)));
	fs.renameSync(log, Buffer.concat([log, Buffer.from('.1')]));
	fs.writeFileSync(log, 'two\n');
	await until(() => recorder.texts.length === 2, 'it is followed through a rotation');
	t.deepEqual(recorder.holes, []);
});
