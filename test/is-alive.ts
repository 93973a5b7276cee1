import {readlinkSync} from 'node:fs';

/** Whether a process goes on. One that ended but was not yet waited for has no program any more. */
export function isAlive(pid: number): boolean {
	try {
		return readlinkSync(`/proc/${pid}/exe`) !== '';
	} catch {
		return false;
	}
}
