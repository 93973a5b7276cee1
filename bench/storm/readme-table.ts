import {readdirSync, readFileSync} from 'node:fs';
import type {Report, Weathered} from './report.ts';

const folder = 'bench/results';

/** The last run of every storm that was kept; dates of ISO 8601 sort as they stand. */
export function newestStorms(): Report {
	const newest = readdirSync(folder).filter(name => /^storm-.*-all\.json$/.test(name)).toSorted().at(-1);
	if (newest === undefined) {
		throw new Error(`${folder} has no storm-*-all.json; npm run storm -- --all makes one`);
	}

	return JSON.parse(readFileSync(`${folder}/${newest}`, 'utf8')) as Report;
}

const small = 64 * 1024;

/** What the README shows of it: small files rotated as fast as can be, each way of rotating beside `tail -F`, and the sum over all storms. */
export function stormTable({at, machine, rows}: Report): string {
	const calm = rows.filter(({weather, fileBytes}) => weather === 'undisturbed' && fileBytes === small);
	const cells = calm.filter(row => isOurs(row)).map(({mode, lines, verdict}) => {
		const tail = calm.find(row => !isOurs(row) && row.mode === mode);
		return [mode, grouped(lines), grouped(verdict.silent), grouped(verdict.lost), tail === undefined ? '' : grouped(tail.verdict.silent)];
	});
	const head = ['rotated by', 'lines', 'Ledgerline: lost in silence', 'said to be lost', '`tail -F`: lost in silence'];
	const table = [head, head.map(() => '---'), ...cells].map(each => `| ${each.join(' | ')} |`).join('\n');
	return `${table}\n\n${sumOf(rows.filter(row => isOurs(row)))} Measured ${at.slice(0, 10)} on ${machine.cores} cores; all of it in [bench/storm](bench/storm/README.md).`;
}

function sumOf(ours: readonly Weathered[]): string {
	const sum = (of: keyof Weathered['verdict']) => grouped(ours.reduce((total, {verdict}) => total + verdict[of], 0));
	return `In all ${ours.length} storms of that run, those with the follower stopped for a second or beside two busy loops among them: ${sum('silent')} lines lost in silence, ${sum('duplicated')} told twice, ${sum('torn')} torn, ${sum('outOfOrder')} out of order.`;
}

const isOurs = ({follower}: Weathered): boolean => follower === 'ledgerline';

const grouped = (count: number): string => count.toLocaleString('en');
