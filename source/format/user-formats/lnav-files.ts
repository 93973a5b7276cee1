/** A file as the user gave it. */
export type FormatFile = {readonly name: string; readonly text: string};

/** A definition by the name of its format, and how sentences name it. */
export type NamedDefinition = {readonly name: string; readonly subject: string; readonly value: unknown};

/** What the files define, and a sentence for each that defines nothing. As in lnav, a file may add to what another one defines. */
export function readLnavFiles(files: readonly FormatFile[]): {readonly definitions: readonly NamedDefinition[]; readonly refused: readonly string[]} {
	const refused: string[] = [];
	const byName = new Map<string, NamedDefinition>();
	for (const {name: file, text} of files) {
		const parsed = parseJson(text);
		if (!isObject(parsed)) {
			const why = parsed === undefined ? 'is not JSON: none of its formats is used' : 'defines no formats: it is JSON, but not an object of formats by their names';
			refused.push(`${file} ${why}.`);
			continue;
		}

		const {$schema: _, ...defined} = parsed;
		for (const [name, value] of Object.entries(defined)) {
			const known = byName.get(name);
			const subject = known === undefined || hasPatterns(value) ? `${file}: the format '${name}'` : known.subject;
			byName.set(name, {name, subject, value: joined(known?.value, value)});
		}
	}

	return {definitions: byName.values().toArray(), refused};
}

/** Quoted text, which stays as it is, and comments, which lnav lets a file have. */
const quotedOrComment = /"(?:[^"\\]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\//gv;

/** What the text is in JSON, which has no `undefined`; undefined where it is none. */
function parseJson(content: string): unknown {
	try {
		return JSON.parse(content.replaceAll(quotedOrComment, found => found.startsWith('/') ? ' ' : found)) as unknown;
	} catch (error) {
		if (error instanceof SyntaxError) {
			return undefined;
		}

		throw error;
	}
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

export function hasPatterns(value: unknown): boolean {
	return isObject(value) && Object.hasOwn(value, 'regex');
}

/** Lists go on, objects are joined name by name, and of anything else the later value counts. */
function joined(before: unknown, after: unknown): unknown {
	if (Array.isArray(before) && Array.isArray(after)) {
		return [...before as unknown[], ...after as unknown[]];
	}

	if (!isObject(before) || !isObject(after)) {
		return after;
	}

	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return Object.fromEntries([...names].map(name => [name, Object.hasOwn(after, name) ? (Object.hasOwn(before, name) ? joined(before[name], after[name]) : after[name]) : before[name]]));
}
