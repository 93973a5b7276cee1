import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

const byteOrderMark = '\u{FEFF}';

const littleEndian = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => littleEndian(text).swap16();

/** Longer than the slices it is read in, so that pairs of units are cut through. */
const text = `first line\n${'משה 👩 sign-in\n'.repeat(9001)}`;

for (const [name, bytes] of [
	['little endian with a byte order mark', littleEndian(byteOrderMark + text)],
	['little endian without one', littleEndian(text)],
	['big endian with a byte order mark', bigEndian(byteOrderMark + text)],
	['big endian without one', bigEndian(text)],
] as const) {
	test(`UTF-16, ${name}, is read as the text it is, named and in a folder`, async t => {
		const folder = temporaryFolder(t);
		const file = path.join(folder, 'export.log');
		fs.writeFileSync(file, bytes);
		for (const given of [file, folder]) {
			const {recorder} = follow(t, [given], {isFollowing: false});
			// eslint-disable-next-line no-await-in-loop -- one after the other
			await until(() => recorder.caughtUpCount === 1, 'all is read');
			t.is(`${recorder.texts.join('\n')}\n`, text);
			t.deepEqual([recorder.faults, recorder.holes], [[], []]);
		}
	});
}

test('followed, UTF-16 is said to be read as it stands, and the older file beside it is read before it', async t => {
	const folder = temporaryFolder(t);
	fs.writeFileSync(path.join(folder, 'app.log'), littleEndian(`${byteOrderMark}the newer\n`));
	fs.writeFileSync(path.join(folder, 'app.log.1'), littleEndian(`${byteOrderMark}the older\n`));
	const {recorder} = follow(t, [folder]);
	await until(() => recorder.caughtUpCount === 1, 'all is read');
	t.deepEqual(recorder.texts, ['the older', 'the newer']);
	t.deepEqual(recorder.faults.map(({sentence}) => sentence), [`${folder}/app.log is UTF-16 text: it is read as it stands now; what is added to it later is not followed.`]);
});

test('half a pair of units is U+FFFD, and a file that ends inside a unit keeps all that came before', async t => {
	const file = path.join(temporaryFolder(t), 'cut.log');
	fs.writeFileSync(file, Buffer.concat([littleEndian(`${byteOrderMark}one \u{D83D} two\nthree`), Buffer.from([0x34])]));
	const {recorder} = follow(t, [file], {isFollowing: false});
	await until(() => recorder.caughtUpCount === 1, 'all is read');
	t.deepEqual([...recorder.texts, ...recorder.ended.values().map(({rest}) => rest)], ['one \u{FFFD} two', 'three\u{FFFD}']);
});
