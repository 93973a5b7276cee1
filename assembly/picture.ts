import {runInPty} from '../test/pty.ts';

/** How long the demo runs before it is pictured: its logs have rotated by then. */
const settleMs = 6000;

/** The README's first picture: what an admin sees of the running demo at 80x24, in a real pseudo-terminal. */
export async function pictureOfDemo(): Promise<string> {
	const run = runInPty(['node_modules/.bin/node', 'dist/ledgerline.js', 'demo', '--rate', '8'], {columns: 80, rows: 24});
	await run.waitForText('LIVE');
	await new Promise(resolve => {
		setTimeout(resolve, settleMs);
	});
	const picture = run.picture().map(row => row.trimEnd()).join('\n');
	run.type('q');
	await run.ended;
	return picture;
}
