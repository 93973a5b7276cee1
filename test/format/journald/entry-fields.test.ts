import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {collect, tellEvent} from '../collected-events.ts';

const name = fc.constantFrom('_UID', '_COMM', 'UNIT', 'ODD_1');
const value = fc.string({unit: fc.constantFrom('a', ' ', '=', '\n', '_UID=', 'é'), maxLength: 6});
const entry = fc.array(fc.tuple(name, value), {maxLength: 6});

/** A value with newlines follows its length, as systemd writes it. */
function fieldBytes([key, text]: readonly [key: string, text: string]): Uint8Array {
	const bytes = Buffer.from(text);
	const length = Buffer.alloc(8);
	length.writeBigUInt64LE(BigInt(bytes.length));
	return text.includes('\n') ? Buffer.concat([Buffer.from(`${key}\n`), length, bytes, Buffer.from('\n')]) : Buffer.from(`${key}=${text}\n`);
}

const head = [['__CURSOR', 's=1'], ['__REALTIME_TIMESTAMP', '1772527805000000']] as const;
const last = ['MESSAGE', 'ends'] as const;

const entryBytes = (fields: ReadonlyArray<readonly [key: string, text: string]>): Uint8Array =>
	Buffer.concat([...[...head, ...fields, last].map(field => fieldBytes(field)), Buffer.from('\n')]);

test('each entry tells the fields that it has, however many lines come at once', t => {
	const told = fc.property(fc.array(entry, {minLength: 1, maxLength: 4}), fc.integer({min: 1, max: 30}), (entries, linesPerPush) => {
		const content = Buffer.concat(entries.map(fields => entryBytes(fields)));
		const collected = collect(content, {linesPerPush});
		const unnamed = collected.events.map(event => tellEvent(content, collected, event).fields.ODD_1);
		const written = entries.map(fields => fields.filter(([key, text]) => key === 'ODD_1' && text !== '').map(([, text]) => text));
		t.deepEqual(unnamed.map(texts => [texts ?? []].flat().filter(text => text !== '')), written);
	});
	fc.assert(told, {numRuns: 300});
});
