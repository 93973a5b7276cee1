import fs from 'node:fs';
import process from 'node:process';
import {openFollow} from '../../source/follow/open-follow.ts';
import {openDoormanThread} from '../../source/local/doorman-thread.ts';

/** Follows one log and writes what it is given to a file, holes where they lie. Says `!READY` once it stands. Ends on SIGTERM. */
const [live, out] = process.argv.slice(2) as [string, string];
const fd = fs.openSync(out, 'w');

let isReady = false;
const ignore = (): void => undefined;

const following = openFollow({paths: [live], isFollowing: true}, {
	source: ignore,
	generation: ignore,
	lines(_generation, _offsetBytes, bytes, isLate) {
		fs.writeSync(fd, isLate ? '!LATE\n' : '');
		fs.writeSync(fd, bytes);
	},
	ahead: ignore,
	aheadGone: ignore,
	provisional: () => false,
	generationEnded(_generation, _offsetBytes, rest) {
		fs.writeSync(fd, rest.length > 0 ? `${new TextDecoder().decode(rest)}\n` : '');
	},
	hole({reason}) {
		fs.writeSync(fd, `!GAP ${reason}\n`);
	},
	status: ignore,
	fault({sentence}) {
		process.stderr.write(`${sentence}\n`);
	},
	caughtUp() {
		fs.writeSync(fd, isReady ? '' : '!READY\n');
		isReady = true;
	},
}, {openDoorman: openDoormanThread});
following.start();
process.on('SIGTERM', () => {
	following.close();
	process.exit(0);
});
