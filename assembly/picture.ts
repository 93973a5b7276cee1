import {runInPty} from '../test/pty.ts';

/** How long the demo runs before it is pictured: its logs have rotated by then. */
const settleMs = 6000;

export type Pose = {readonly columns: number; readonly rows: number; readonly keys: string; readonly shows: string};

/** The pictures of the README: the demo as it opens, and its incident found (what was excluded, by the search box) with its details. */
export const poses: readonly Pose[] = [
	{columns: 80, rows: 24, keys: '', shows: 'LIVE'},
	{columns: 120, rows: 40, keys: '/ALL ALERTS\r\r', shows: 'DETAILS'},
];

/** What an admin sees of the running demo: the built program in a real pseudo-terminal. */
export async function pictureOfDemo({columns, rows, keys, shows}: Pose): Promise<string> {
	const run = runInPty(['node_modules/.bin/node', 'dist/ledgerline.js', 'demo', '--rate', '8'], {columns, rows});
	await run.waitForText('LIVE');
	await new Promise(resolve => {
		setTimeout(resolve, settleMs);
	});
	run.type(keys);
	await run.waitForText(shows);
	const picture = run.picture().map(row => row.trimEnd()).join('\n');
	run.type('q');
	await run.ended;
	return picture;
}
