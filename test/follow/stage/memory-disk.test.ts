import test from 'ava';
import {identityAt} from '../../../source/follow/disk/look.ts';
import {diskWithFolder} from './memory-ground.ts';
import {live} from './scripted-log.ts';

test('a log made anew in memory is another file than the one before it, however the clock is set', t => {
	const disk = diskWithFolder();
	const met = new Set<string | undefined>();
	const changes = 1000;
	for (let change = 0; change < changes; change++) {
		disk.create(live);
		met.add(identityAt(disk, live));
		disk.remove(live);
		if (change % 20 === 0) {
			disk.clock.step(-5);
		}
	}

	t.is(met.size, changes);
});
