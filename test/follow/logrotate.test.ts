import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {follow, temporaryFolder, until} from './stage/real-ground.ts';

const logrotate = ['/usr/sbin/logrotate', '/sbin/logrotate'].find(file => fs.existsSync(file));

/** Skipped, and shown as such, on a machine without logrotate. */
const testWhereInstalled = logrotate === undefined ? test.skip : test;

for (const options of [
	'create',
	'copytruncate',
	'copytruncate\ncompress',
	'create\ncompress',
	'create\ncompress\ndelaycompress',
	'copytruncate\ncompress\ndelaycompress',
	'create\ncompress\ncompressext .Z',
	'create\nmaxsize 1k',
	'create\ndateext\ndateformat -%Y%m%d-%s',
	'copytruncate\ndateext\ndateformat .%Y-%m-%d-%H\ncompress',
	'create\nolddir old\ncreateolddir 755',
	'create\nolddir old\ncreateolddir 755\ncompress',
	'create\nolddir old\ncreateolddir 755\ncompress\ndelaycompress',
]) {
	const title = `the real logrotate, ${options.replaceAll('\n', ', ')}: every line once, in order`;
	testWhereInstalled(title, async t => {
		const folder = temporaryFolder(t);
		fs.chmodSync(folder, 0o755);
		const [log, config, state] = ['audit.log', 'logrotate.conf', 'state'].map(name => path.join(folder, name)) as [string, string, string];
		fs.writeFileSync(log, '');
		fs.writeFileSync(config, `${log} {\nrotate 3\n${options}\n}\n`, {mode: 0o644});
		const {recorder} = follow(t, [log]);
		const written: string[] = [];
		await playRounds(4);
		await until(() => recorder.texts.length === written.length, 'all is read');
		t.deepEqual(recorder.texts, written);
		t.deepEqual(recorder.holes, []);

		async function playRounds(left: number): Promise<void> {
			appendLines(100);
			await until(() => recorder.texts.length === written.length, 'the lines are read');
			appendLines(1);
			// A date may name a file that is there already: then nothing is rotated, and logrotate complains.
			spawnSync(logrotate!, ['--force', '--state', state, config]);
			if (left > 1) {
				await playRounds(left - 1);
			}
		}

		function appendLines(count: number): void {
			for (let rest = count; rest > 0; rest--) {
				const line = `${String(written.length).padStart(6, '0')} is its number`;
				written.push(line);
				fs.appendFileSync(log, `${line}\n`);
			}
		}
	});
}
