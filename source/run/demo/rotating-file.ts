import {Buffer} from 'node:buffer';
import {closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync} from 'node:fs';
import {gzipSync} from 'node:zlib';

/** A log that is rotated as log4j and logrotate do: at a certain size, by renaming, dropping the oldest. */
export type RotatingFile = {
	append(line: string): void;
	close(): void;
};

export type RotationRule = {
	readonly rotateBytes: number;
	/** The endings of the generations kept, newest first: `.1`, `.2.gz`. */
	readonly previous: readonly string[];
};

export function openRotatingFile(path: string, {rotateBytes, previous}: RotationRule): RotatingFile {
	let file = openSync(path, 'ax');
	let sizeBytes = 0;

	return {
		append(line) {
			const bytes = Buffer.from(line);
			if (sizeBytes > 0 && sizeBytes + bytes.length > rotateBytes) {
				closeSync(file);
				makeRoom(path, previous);
				file = openSync(path, 'ax');
				sizeBytes = 0;
			}

			sizeBytes += writeSync(file, bytes);
		},
		close() {
			closeSync(file);
		},
	};
}

/** Moves every generation one place back, oldest first, so that every name is free when it is needed. */
function makeRoom(path: string, previous: readonly string[]): void {
	const chain = ['', ...previous].map(ending => path + ending);
	rmSync(chain.at(-1)!, {force: true});
	for (let place = chain.length - 1; place > 0; place--) {
		if (existsSync(chain[place - 1]!)) {
			move(chain[place - 1]!, chain[place]!);
		}
	}
}

function move(from: string, to: string): void {
	if (!to.endsWith('.gz')) {
		renameSync(from, to);
		return;
	}

	// As gzip does: the compressed file is written beside the plain one, which is removed last.
	writeFileSync(to, gzipSync(readFileSync(from)));
	rmSync(from);
}
