import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** The log while it is written: where, through which descriptor, and how many previous files are kept. */
export type WrittenLog = {
	readonly live: string;
	readonly keep: number;
	fd: number;
	rotations: number;
};

/** Lines written while a rotator stands between its copy and its truncation: it destroys them. */
type WriteBetween = () => void;

/** Every way of rotating, one row each. All leave `fd` open on the new live file. */
export const rotations = {
	/** Rename, then create: logrotate's `create`. */
	rename(log: WrittenLog): void {
		shift(log);
		renameToFirst(log);
		reopen(log, fs.openSync(log.live, 'ax'));
	},

	/** The appliance's own appender: unlink, close, rename, create and truncate. The name is absent for a moment. */
	log4j(log: WrittenLog): void {
		fs.rmSync(`${log.live}.1`, {force: true});
		fs.closeSync(log.fd);
		fs.renameSync(log.live, `${log.live}.1`);
		log.fd = fs.openSync(log.live, 'w');
	},

	/** Rename, create, and pack the old file at once. */
	gzip(log: WrittenLog): void {
		shift(log, '.gz');
		fs.renameSync(log.live, `${log.live}.1`);
		reopen(log, fs.openSync(log.live, 'ax'));
		fs.writeFileSync(`${log.live}.1.gz`, zlib.gzipSync(fs.readFileSync(`${log.live}.1`), {level: 1}));
		fs.rmSync(`${log.live}.1`);
	},

	/** Delete, then create. */
	delete(log: WrittenLog): void {
		fs.rmSync(log.live);
		reopen(log, fs.openSync(log.live, 'ax'));
	},

	/** A new file is made aside and renamed over the old one. */
	'rename-over'(log: WrittenLog): void {
		const fd = fs.openSync(`${log.live}.new-file`, 'ax');
		fs.renameSync(`${log.live}.new-file`, log.live);
		reopen(log, fd);
	},

	/** The live name is a link, switched to the next target. */
	symlink(log: WrittenLog): void {
		const target = `${log.live}.${log.rotations}`;
		const fd = fs.openSync(target, 'ax');
		fs.symlinkSync(path.basename(target), `${log.live}.link`);
		fs.renameSync(`${log.live}.link`, log.live);
		fs.rmSync(`${log.live}.${log.rotations - log.keep - 1}`, {force: true});
		reopen(log, fd);
	},

	/** Copy and truncate while the writer waits. */
	copytruncate(log: WrittenLog): void {
		shift(log);
		fs.copyFileSync(log.live, `${log.live}.1`);
		fs.ftruncateSync(log.fd);
	},

	/** Copy and truncate as logrotate does it: the writer goes on in between. */
	'copytruncate-busy'(log: WrittenLog, writeBetween: WriteBetween): void {
		shift(log);
		fs.copyFileSync(log.live, `${log.live}.1`);
		writeBetween();
		fs.ftruncateSync(log.fd);
	},
} as const satisfies Record<string, (log: WrittenLog, writeBetween: WriteBetween) => void>;

export type Mode = keyof typeof rotations;

/** How many more rotations a file that was rotated away outlives under some name. */
export const outlives: Readonly<Record<Mode, (keep: number) => number>> = {
	rename: keep => keep,
	log4j: () => 1,
	gzip: keep => keep,
	delete: () => 0,
	'rename-over': () => 0,
	symlink: keep => keep + 1,
	copytruncate: keep => keep,
	'copytruncate-busy': keep => keep,
};

export const modes = Object.keys(rotations) as readonly Mode[];

/** Makes the log that the writer and the followers find at the start. */
export function makeLog(live: string, mode: Mode): void {
	if (mode === 'symlink') {
		fs.writeFileSync(`${live}.0`, '');
		fs.symlinkSync(`${path.basename(live)}.0`, live);
	} else {
		fs.writeFileSync(live, '');
	}
}

/** Moves `.1` to `.2` and so on; what is beyond the kept ones goes. */
function shift({live, keep}: WrittenLog, suffix = ''): void {
	fs.rmSync(`${live}.${keep}${suffix}`, {force: true});
	for (let serial = keep - 1; serial >= 1; serial--) {
		if (fs.existsSync(`${live}.${serial}${suffix}`)) {
			fs.renameSync(`${live}.${serial}${suffix}`, `${live}.${serial + 1}${suffix}`);
		}
	}
}

function renameToFirst({live, keep}: WrittenLog): void {
	if (keep === 0) {
		fs.rmSync(live);
	} else {
		fs.renameSync(live, `${live}.1`);
	}
}

function reopen(log: WrittenLog, fd: number): void {
	fs.closeSync(log.fd);
	log.fd = fd;
}
