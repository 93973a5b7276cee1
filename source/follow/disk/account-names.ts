import fs from 'node:fs';

/** The name of a user or a group on this machine (passwd(5), group(5)); one that a directory service alone knows is told by its number. */
export function accountName(kind: 'user' | 'group', id: number): string {
	const lines = linesOf(kind === 'user' ? '/etc/passwd' : '/etc/group');
	return lines.map(line => line.split(':')).find(fields => fields[2] === String(id))?.[0] ?? String(id);
}

function linesOf(file: string): readonly string[] {
	try {
		return fs.readFileSync(file, 'utf8').split('\n');
	} catch {
		// A system without the file has names of another kind, or none.
		return [];
	}
}
