import {identityKey, type Sight} from '../rotation/rotation.ts';
import {isRefusal, type Disk} from './disk.ts';

/** Looks at a name once. A link is looked through; a name that leads nowhere is absent. */
export function lookAt(disk: Disk, path: string): Sight {
	const facts = disk.factsOf(path);
	if (isRefusal(facts)) {
		return sightOfRefusal(facts.refused);
	}

	return facts.kind === 'file' ? {type: 'file', facts} : {type: 'not-a-file', kind: facts.kind};
}

/** A name may also go between the look and the opening. */
export function sightOfRefusal(code: string): Sight {
	return code === 'ENOENT' || code === 'ENOTDIR' ? {type: 'absent'} : {type: 'refused', code};
}

/** Tells a file or folder from another one created in its place; undefined if there is none. */
export function identityAt(disk: Disk, path: string): string | undefined {
	const facts = disk.factsOf(path);
	return isRefusal(facts) ? undefined : identityKey(facts);
}
