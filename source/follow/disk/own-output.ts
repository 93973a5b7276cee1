import {identityKey} from '../rotation/rotation.ts';
import {isRefusal, realDisk, type Disk, type FileFacts, type Refusal} from './disk.ts';

const standardOutput = 1;

/** Used like an errno name: a file is refused because this run writes it. */
export const ownOutput = 'own output';

export const isOwnOutput = (facts: FileFacts | Refusal): boolean => isRefusal(facts) && facts.refused === ownOutput;

/** The machine's file system without the file that standard output is redirected to: reading what is being written would never end (cat: "input file is output file"). */
export function machineDisk(): Disk {
	const output = realDisk.factsOfHandle(standardOutput);
	return isRefusal(output) || output.kind !== 'file' ? realDisk : withoutFile(realDisk, identityKey(output));
}

/** The same disk, which refuses one file by whatever name. */
export function withoutFile(disk: Disk, identity: string): Disk {
	return {
		...disk,
		factsOf(path) {
			const facts = disk.factsOf(path);
			return !isRefusal(facts) && identityKey(facts) === identity ? {refused: ownOutput} : facts;
		},
		open(path) {
			const handle = disk.open(path);
			const facts = isRefusal(handle) ? handle : disk.factsOfHandle(handle);
			if (isRefusal(handle) || isRefusal(facts) || identityKey(facts) !== identity) {
				return handle;
			}

			disk.close(handle);
			return {refused: ownOutput};
		},
	};
}
