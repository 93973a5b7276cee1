import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {follow, temporaryFolder, until} from './stage/real-ground.ts';

const hasPython = spawnSync('python3', ['-c', 'import logging.handlers']).status === 0;

/** Skipped, and shown as such, on a machine without Python. */
const testWhereInstalled = hasPython ? test : test.skip;

const linesPerRound = 60;
const rounds = 5;

/** Writes a round of lines for each line it is given, with a rotation or two among them. */
const script = (handler: string, amid: string): string => `
import logging, logging.handlers, sys
handler = logging.handlers.${handler}
handler.setFormatter(logging.Formatter('%(asctime)s %(levelname)s %(message)s'))
log = logging.getLogger('audit')
log.addHandler(handler)
log.setLevel(logging.INFO)
number = 0
for _ in sys.stdin:
    for line in range(${linesPerRound}):
        log.info('line %d', number)
        number += 1
        if line == 30:
            ${amid}
`;

for (const [name, handler, amid] of [
	['RotatingFileHandler', 'RotatingFileHandler(sys.argv[1], maxBytes=1500, backupCount=6)', 'pass'],
	['TimedRotatingFileHandler', 'TimedRotatingFileHandler(sys.argv[1], when="S", interval=3600, backupCount=6)', 'handler.doRollover()'],
] as const) {
	testWhereInstalled(`Python's ${name}: every line once, in order`, async t => {
		const log = path.join(temporaryFolder(t), 'audit.log');
		fs.writeFileSync(log, '');
		const {recorder} = follow(t, [log]);
		const python = spawn('python3', ['-c', script(handler, amid), log], {stdio: ['pipe', 'ignore', 'inherit']});
		t.teardown(() => {
			python.kill();
		});
		for (let round = 1; round <= rounds; round++) {
			python.stdin.write('go\n');
			// eslint-disable-next-line no-await-in-loop -- Each round waits for the one before.
			await until(() => recorder.texts.length === round * linesPerRound, `round ${round} is read`);
		}

		t.deepEqual(recorder.texts.map(text => Number(text.split(' ').at(-1))), Array.from({length: rounds * linesPerRound}, (_, index) => index));
		t.deepEqual(recorder.holes, []);
		t.true(recorder.generations.length > rounds);
	});
}
