import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {latinText} from '../bytes/byte-text.ts';

/**
What a method of Google's interfaces does, told by the verb in the last part of its name: `v1.compute.firewalls.insert`,
`google.iam.admin.v1.CreateServiceAccountKey`, `SetIamPolicy`. Whoever calls one that changes nothing is a user of the cloud all the same.
*/
export function codesOfMethod(bytes: Uint8Array, start: number, end: number): Codes {
	return memory.find(bytes, start, end) ?? memory.remember(bytes, start, end, codesOfName(latinText(bytes, start, end)));
}

const memory = new ByteMemory<Codes>();

const changed = codesOf('config-changed');
const permitted = codesOf('role-changed');
const other = codesOf('none', 'user-operation');

const changingVerbs: ReadonlySet<string> = new Set('insert create delete patch update set add remove attach detach start stop reset restart suspend resume enable disable undelete move restore replace import upload write put grant revoke rotate destroy deploy apply approve cancel invert expand resize promote failover clone'.split(' '));

function codesOfName(name: string): Codes {
	const words = name.slice(name.lastIndexOf('.') + 1).replaceAll(/(?<=[a-z])(?=[A-Z])/gv, ' ').toLowerCase();
	if (words.startsWith('set iam')) {
		return permitted;
	}

	return changingVerbs.has(words.split(' ', 1)[0]!) ? changed : other;
}
