import {isRefusal, type Disk} from './disk.ts';
import type {Sight} from './rotation.ts';

/** Looks at a name once. A link is looked through; a name that leads nowhere is absent. */
export function lookAt(disk: Disk, path: string): Sight {
	const facts = disk.factsOf(path);
	if (isRefusal(facts)) {
		return isAbsence(facts.refused) ? {type: 'absent'} : {type: 'refused', code: facts.refused};
	}

	return facts.kind === 'file' ? {type: 'file', facts} : {type: 'not-a-file', kind: facts.kind};
}

export const isAbsence = (code: string): boolean => code === 'ENOENT' || code === 'ENOTDIR';
