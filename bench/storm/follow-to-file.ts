import fs from 'node:fs';
import process from 'node:process';
import {openFollow} from '../../source/follow/open-follow.ts';

/** Follows one log and writes what it is given to a file, holes where they lie. Ends on SIGTERM. */
const [live, out] = process.argv.slice(2) as [string, string];
const fd = fs.openSync(out, 'w');

const following = openFollow({paths: [live], isFollowing: true}, {
	source() {},
	generation() {},
	lines(_generation, _offsetBytes, bytes, isLate) {
		fs.writeSync(fd, isLate ? `!LATE\n` : '');
		fs.writeSync(fd, bytes);
	},
	provisional() {},
	generationEnded(_generation, _offsetBytes, rest) {
		fs.writeSync(fd, rest.length > 0 ? `${new TextDecoder().decode(rest)}\n` : '');
	},
	hole({reason}) {
		fs.writeSync(fd, `!GAP ${reason}\n`);
	},
	status() {},
	fault({sentence}) {
		process.stderr.write(`${sentence}\n`);
	},
	caughtUp() {},
});
following.start();
process.on('SIGTERM', () => {
	following.close();
	process.exit(0);
});
