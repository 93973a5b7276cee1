import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {follow, temporaryFolder, until} from './real-ground.ts';

const logrotate = ['/usr/sbin/logrotate', '/sbin/logrotate'].find(file => fs.existsSync(file));

for (const options of ['create', 'copytruncate', 'copytruncate\ncompress', 'create\ncompress', 'create\ncompress\ndelaycompress', 'copytruncate\ncompress\ndelaycompress']) {
	test(`the real logrotate, ${options.replaceAll('\n', ', ')}: every line once, in order`, async t => {
		if (logrotate === undefined) {
			t.log('skipped: logrotate is not installed');
			t.pass();
			return;
		}

		const folder = temporaryFolder(t);
		fs.chmodSync(folder, 0o755);
		const [log, config, state] = ['audit.log', 'logrotate.conf', 'state'].map(name => path.join(folder, name)) as [string, string, string];
		fs.writeFileSync(log, '');
		fs.writeFileSync(config, `${log} {\nrotate 3\n${options}\n}\n`, {mode: 0o644});
		const {recorder} = follow(t, [log]);
		const written: string[] = [];
		for (let round = 0; round < 4; round++) {
			for (let count = 0; count < 100; count++) {
				const line = `${String(written.length).padStart(6, '0')} is its number`;
				written.push(line);
				fs.appendFileSync(log, `${line}\n`);
			}

			await until(() => recorder.texts.length === written.length, 'the lines are read');
			fs.appendFileSync(log, `${String(written.length).padStart(6, '0')} unread at rotation\n`);
			written.push(`${String(written.length).padStart(6, '0')} unread at rotation`);
			execFileSync(logrotate, ['--force', '--state', state, config]);
		}

		await until(() => recorder.texts.length === written.length, 'all is read');
		t.deepEqual(recorder.texts, written);
		t.deepEqual(recorder.holes, []);
	});
}
