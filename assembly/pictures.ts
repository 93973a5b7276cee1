import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {runInPty} from '../test/pty.ts';
import {flows, walk, type Flow} from './flows.ts';
import {terminalSvg} from './terminal-svg.ts';
import {tourTable, withPart} from './readme-parts.ts';

const patienceMs = 10_000;

/** Draws the README's tour: every flow is walked on the running demo, its last screen becomes a picture, and its keys are counted. */
const walked = [];
for (const flow of flows) {
	// eslint-disable-next-line no-await-in-loop -- one demo at a time, so that each has the machine to itself
	const {presses, picture} = await drawn(flow);
	fs.writeFileSync(`assembly/pictures/${flow.name}.svg`, picture);
	walked.push({flow, presses});
}

fs.writeFileSync('README.md', withPart(fs.readFileSync('README.md', 'utf8'), 'tour', tourTable(walked)));

async function drawn(flow: Flow): Promise<{readonly presses: number; readonly picture: string}> {
	const {goal, columns = 80, rows = 24} = flow;
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledgerline-pictures-'));
	const run = runInPty([path.resolve('node_modules/.bin/node'), path.resolve('dist/ledgerline.js'), 'demo'], {columns, rows, cwd: folder});
	await run.waitForText('LIVE');
	const presses = await walk(run, flow, patienceMs);
	const picture = terminalSvg(run.runs(), {columns, title: goal});
	run.type('\u{3}');
	await run.ended;
	fs.rmSync(folder, {recursive: true});
	return {presses, picture};
}
