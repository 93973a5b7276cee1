import {isRefusal, type Disk, type Handle} from './disk.ts';
import {archiveOf} from './generation-names.ts';

const sampleBytes = 4096;

/** Whether a file may be a log. Archives are judged by name; what cannot be opened is kept, so that its reason is said. */
export function isText(disk: Disk, file: string): boolean {
	const handle = archiveOf(file) === undefined ? disk.open(file) : undefined;
	if (handle === undefined || isRefusal(handle)) {
		return true;
	}

	const facts = disk.factsOfHandle(handle);
	const sizeBytes = isRefusal(facts) ? 0 : facts.sizeBytes;
	// A log truncated under a writer that does not append begins with NULs, so the end speaks too.
	const isLog = sizeBytes === 0 || isMostlyText(sample(disk, handle, 0)) || isMostlyText(sample(disk, handle, Math.max(0, sizeBytes - sampleBytes)));
	disk.close(handle);
	return isLog;
}

function sample(disk: Disk, handle: Handle, offsetBytes: number): Uint8Array {
	const into = new Uint8Array(sampleBytes);
	const count = disk.read(handle, into, offsetBytes);
	return into.subarray(0, isRefusal(count) ? 0 : count);
}

/** Logs hold stray control bytes; wtmp, the journal and databases are full of NULs. */
export function isMostlyText(bytes: Uint8Array): boolean {
	const nuls = bytes.reduce((count, byte) => count + Number(byte === 0), 0);
	return nuls * 50 <= bytes.length;
}
