import fs from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {isRefusal, realDisk} from '../../../source/follow/disk/disk.ts';
import {withoutFile} from '../../../source/follow/disk/own-output.ts';
import {identityKey} from '../../../source/follow/rotation/rotation.ts';
import {follow, temporaryFolder, until} from '../stage/real-ground.ts';

/** A log, and beside it a file of text that the run writes itself. */
function logAndOutput(t: ExecutionContext, outputName: string) {
	const folder = temporaryFolder(t);
	const [log, output] = [path.join(folder, 'app.log'), path.join(folder, outputName)] as const;
	fs.writeFileSync(log, 'of the log\n');
	fs.writeFileSync(output, 'of the output\n');
	const facts = realDisk.factsOf(output);
	return {folder, log, output, disk: withoutFile(realDisk, isRefusal(facts) ? '' : identityKey(facts))};
}

for (const isFollowing of [false, true]) {
	for (const [what, inFolder] of [['folder', '.'], ['glob', '*']] as const) {
		test(`what a run writes is left out of a ${what} that it ${isFollowing ? 'follows' : 'reads'}, and said`, async t => {
			const {folder, output, disk} = logAndOutput(t, 'out.txt');
			const {recorder} = follow(t, [path.join(folder, inFolder)], {isFollowing, ground: {disk}});
			await until(() => recorder.caughtUpCount > 0, 'all is read');
			t.deepEqual(recorder.texts, ['of the log']);
			t.deepEqual(recorder.faults.map(({type, sentence}) => [type, sentence]), [['left-out', `${output} is left out: it is the file that standard output goes into.`]]);
		});
	}
}

test('what a run writes is not read where it is named, by whatever name', async t => {
	const {folder, log, output, disk} = logAndOutput(t, 'out.txt');
	const link = path.join(folder, 'link.txt');
	fs.symlinkSync(output, link);
	const {recorder} = follow(t, [log, link], {isFollowing: false, ground: {disk}});
	await until(() => recorder.caughtUpCount > 0, 'all is read');
	t.deepEqual(recorder.texts, ['of the log']);
	t.deepEqual(recorder.faults.map(({type, sentence}) => [type, sentence]), [['unreadable', `${link} cannot be read: it is the file that standard output goes into. Send the output to a file elsewhere.`]]);
});

test('what a run writes is no previous file of a log, whatever its name', async t => {
	const {log, disk} = logAndOutput(t, 'app.log.1');
	const {recorder} = follow(t, [log], {isFollowing: false, ground: {disk}});
	await until(() => recorder.caughtUpCount > 0, 'all is read');
	t.deepEqual(recorder.texts, ['of the log']);
});
