import type {Foreign} from '../../domain/foreign.ts';
import type {Format} from '../format.ts';

/** The table of formats for a log at a path: those meant for logs elsewhere are used there only where they are named. Paths that the same formats are meant for share one table. */
export function formatsByPath(formats: readonly Format[]): (path: Foreign) => readonly Format[] {
	const tables = new Map<string, readonly Format[]>();
	return path => {
		const rowsElsewhere = formats.keys().filter(row => formats[row]!.isMeantFor?.(path) === false).toArray();
		const key = rowsElsewhere.join(' ');
		const table = tables.get(key) ?? (key === '' ? formats : formats.map((format, row) => rowsElsewhere.includes(row) ? {...format, isOnlyWhenNamed: true} : format));
		tables.set(key, table);
		return table;
	};
}
