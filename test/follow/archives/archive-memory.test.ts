import {Buffer} from 'node:buffer';
import {randomBytes} from 'node:crypto';
import process from 'node:process';
import v8 from 'node:v8';
import {runInNewContext} from 'node:vm';
import test from 'ava';
import fc from 'fast-check';
import {ArchiveMemory} from '../../../source/follow/archives/archive-memory.ts';
import {Generation} from '../../../source/follow/generation.ts';
import {until} from '../stage/real-ground.ts';

const facts = {kind: 'file', device: 1n, inode: 1n, links: 1, sizeBytes: 1, modifiedMs: 0, bornNs: 0n} as const;
const archive = (): Generation => new Generation({path: '/logs/audit.log.1.gz', facts, archive: 'gz'});

test('whatever was kept is had back from any place, settled or not', t => {
	const content = Buffer.from(Array.from({length: 40_000}, (_, index) => `line ${index}\n`).join(''));
	const anyPlace = fc.property(fc.array(fc.integer({min: 1, max: 200_000}), {minLength: 1, maxLength: 5}), fc.nat(content.length), fc.nat(300_000), fc.boolean(), (pieces, from, length, isSettled) => {
		const memory = new ArchiveMemory(Infinity, () => undefined);
		const generation = archive();
		let keptBytes = 0;
		for (const bytes of pieces) {
			memory.keep(generation, keptBytes, content.subarray(keptBytes, keptBytes + bytes));
			keptBytes = Math.min(content.length, keptBytes + bytes);
		}

		if (isSettled) {
			memory.settle(generation);
		}

		const wanted = content.subarray(from, from + length);
		const isAllKept = from + wanted.length <= keptBytes;
		const back = memory.bytesOf(generation, from, wanted.length);
		t.is(back !== undefined, isAllKept || wanted.length === 0);
		t.true(back === undefined || Buffer.compare(back, wanted) === 0);
	});
	fc.assert(anyPlace, {numRuns: 50});
});

test('over the budget the oldest bytes go first, and whose they were is told', t => {
	const letGo: Generation[] = [];
	const memory = new ArchiveMemory(300_000, generation => {
		letGo.push(generation);
	});
	const [older, newer] = [archive(), archive()];
	const noise = randomBytes(200_000); // Cannot be packed.
	for (const generation of [older, newer]) {
		memory.keep(generation, 0, noise);
		memory.settle(generation);
	}

	t.is(memory.bytesOf(older, 0, 100), undefined);
	t.deepEqual(memory.bytesOf(newer, 0, 200_000), new Uint8Array(noise));
	t.true(letGo.length > 0 && letGo.every(generation => generation === older));
});

/** The memory that is in use, what nobody needs any more taken out. */
function usedBytes(): number {
	v8.setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().arrayBuffers;
}

test('what is kept takes no more memory than it packs to', async t => {
	const line = Buffer.from('2026-03-03 08:50:00,000 [exec-1] INFO  audit- Login: user=support\n');
	const content = Buffer.concat(Array.from({length: 16_000}, () => line));
	const memory = new ArchiveMemory(Infinity, () => undefined);
	const generation = archive();
	const beforeBytes = usedBytes();
	const copies = 16;
	for (let copy = 0; copy < copies; copy++) {
		memory.keep(generation, copy * content.length, content);
	}

	// What was let go is given back by a thread of V8's own, a moment later.
	await until(() => usedBytes() - beforeBytes < content.length, 'only what it packs to is in use');
	t.deepEqual(memory.bytesOf(generation, 0, line.length), new Uint8Array(line));
});
