import test from 'ava';
import {diskWithFolder, followInMemory} from '../stage/memory-ground.ts';
import {live} from '../stage/scripted-log.ts';
import {WakefulDoorman} from '../stage/wakeful-doorman.ts';

test('a doorman of whom once nothing was heard in time is given as much time at the next copy', t => {
	const disk = diskWithFolder();
	disk.create(live);
	const doorman = new WakefulDoorman(disk, ['beside', 'beside', 'send']);
	const {recorder, lookFor, close} = followInMemory({disk, openDoorman: doorman.open});
	const write = (text: string) => {
		disk.hold(live)(text);
	};

	write('one\ntwo\n');
	lookFor(100);

	// Nothing is heard of this copy, and it is found in the folder in the end.
	disk.copy(live, `${live}.1`);
	disk.truncate(live, 0);
	write('three\n');
	lookFor(1000);

	// The next one is gone from the folder before the log is looked at; the doorman holds it.
	write('four\n');
	disk.copy(live, `${live}.1`);
	doorman.stir();
	disk.truncate(live, 0);
	write('5\n');
	disk.copy(live, `${live}.1`);
	doorman.stir();
	disk.truncate(live, 0);
	write('6\n');
	lookFor(10);
	doorman.stir();
	lookFor(1000);
	close();
	t.deepEqual(recorder.texts, ['one', 'two', 'three', 'four', '5', '6']);
	t.is(disk.openHandles, 0);
});
