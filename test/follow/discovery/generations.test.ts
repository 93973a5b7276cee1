import test from 'ava';
import fc from 'fast-check';
import {liveNamesOf, readGenerationName, readGenerationOf} from '../../../source/follow/discovery/generation-names.ts';
import {chainOrder, siblingsOf, type Sibling} from '../../../source/follow/discovery/generations.ts';
import {MemoryDisk} from '../stage/memory-disk.ts';

for (const [name, live, archive] of [
	['audit.log.1', 'audit.log', undefined],
	['audit.log.12.gz', 'audit.log', 'gz'],
	['audit.log-20260101', 'audit.log', undefined],
	['audit.log-20260101.xz', 'audit.log', 'xz'],
	['audit.log-20260101-1767225600.zst', 'audit.log', 'zst'],
	['audit.log.2026-01-01', 'audit.log', undefined],
	['audit.log.2026-01-01-13.bz2', 'audit.log', 'bz2'],
	['audit.log-1767225600', 'audit.log', undefined],
	['audit.log.old', 'audit.log', undefined],
	['audit.log.gz', 'audit.log', 'gz'],
	['audit.log.1.Z', 'audit.log', 'gz'],
	['audit.log.1.gzip', 'audit.log', 'gz'],
	['audit.log-20260101.bzip2', 'audit.log', 'bz2'],
	['audit.log.2026-01-01.0.gz', 'audit.log', 'gz'],
	['audit.log-2026-01-01-117.gz', 'audit.log', 'gz'],
	['@400000006b045413176e0a0c.s', 'current', undefined],
	['@400000006b045413176e0a0c.u', 'current', undefined],
] as const) {
	test(`generation name: ${name} is a previous ${live}`, t => {
		t.like(readGenerationName(name), {live, archive});
	});
}

for (const name of ['audit.log', 'auth.log', 'report.txt', '.1', '.gz', '20260101', '@400000006b045413176e0a0c.t']) {
	test(`generation name: ${name} is nobody's previous generation`, t => {
		t.is(readGenerationName(name), undefined);
	});
}

for (const [live, name, isPrevious] of [
	['audit.log', 'audit-20260101.log', true],
	['audit.log', 'audit.1.log.gz', true],
	['audit.log', 'audit-2026-01-01.12.log.gz', true],
	['audit.log', 'audit__2026-01-01_12-00-00.log', true],
	['current', '@400000006b045413176e0a0c.s', true],
	['audit.log', '@400000006b045413176e0a0c.s', false],
	['audit.log', 'auth.log.1', false],
	['audit.log', 'audit.log.1.swp', false],
	['audit', 'audit.log.1', false],
] as const) {
	test(`generation of ${live}: ${name} ${isPrevious ? 'is one' : 'is none'}`, t => {
		t.is(readGenerationOf(live, name) !== undefined, isPrevious);
	});
}

test('the live names told for a file are just those of which it is read as a previous generation', t => {
	const part = fc.constantFrom('audit', 'a', '.log', '.txt', '.', '.1', '.12', '-20260101', '.2026-01-01', '__2026-01-01', '.old', '.gz', '.xz');
	const name = fc.array(part, {minLength: 1, maxLength: 5}).map(parts => parts.join(''));
	fc.assert(fc.property(name, name, (live, file) => {
		t.is(liveNamesOf(file).includes(live), readGenerationOf(live, file) !== undefined, `${file} of ${live}`);
	}), {numRuns: 2000});
	fc.assert(fc.property(name, file => {
		t.true(liveNamesOf(file).every(live => readGenerationOf(live, file) !== undefined), file);
	}), {numRuns: 1000});
});

const sibling = (name: string, modifiedMs = 0): Sibling => ({
	path: name,
	archive: undefined,
	age: readGenerationName(name)!.age,
	facts: {kind: 'file', device: 1n, inode: 1n, links: 1, bornNs: 1n, sizeBytes: 0, modifiedMs},
});

for (const [name, isForward, given, ordered] of [
	['serials count backwards in time', false, ['a.1', 'a.10', 'a.2'], ['a.10', 'a.2', 'a.1']],
	['dates count forwards', false, ['a-20260103', 'a-20260101', 'a-20260102'], ['a-20260101', 'a-20260102', 'a-20260103']],
	['files of one date are numbered upwards', false, ['a.2026-01-02.0', 'a.2026-01-01.10', 'a.2026-01-01.9', 'a.2026-01-01'], ['a.2026-01-01', 'a.2026-01-01.9', 'a.2026-01-01.10', 'a.2026-01-02.0']],
	['a link is switched to ever higher serials', true, ['a.10', 'a.9'], ['a.9', 'a.10']],
] as const) {
	test(`chain order: ${name}`, t => {
		t.deepEqual(chainOrder(given.map(each => sibling(each)), isForward).map(({path}) => path), ordered);
	});
}

test('chain order: where names do not compare, times of change do', t => {
	t.deepEqual(chainOrder([sibling('a.1', 5), sibling('a-20260101', 3)]).map(({path}) => path), ['a-20260101', 'a.1']);
});

const live = '/log/audit.log';

test('an archive beside its own plain file is still being packed; beside the live file it is an older one', t => {
	const disk = new MemoryDisk();
	for (const name of [live, `${live}.gz`, `${live}.1`, `${live}.1.gz`, `${live}.2.gz`]) {
		disk.create(name);
	}

	t.deepEqual(siblingsOf(disk, live).map(({path}) => path).toSorted(), [`${live}.1`, `${live}.2.gz`, `${live}.gz`]);
});

/** A rotator that keeps one previous file takes it away for another at every look. */
class RestlessDisk extends MemoryDisk {
	override namesIn(folder: string) {
		this.create(`${live}.1`);
		return super.namesIn(folder);
	}
}

test('the only previous file is seen though another takes its place at every look', t => {
	t.deepEqual(siblingsOf(new RestlessDisk(), live).map(({path}) => path), [`${live}.1`]);
});
