import {readdirSync, readFileSync} from 'node:fs';
import type {Score} from './corpora.ts';

/** What a run of the scores found, as it is kept in `bench/results/`. */
export type ScoreResult = {readonly date: string; readonly scores: ReadonlyArray<Omit<Score, 'misses'>>};

const folder = 'bench/results';

/** The last run that was kept; dates of ISO 8601 sort as they stand. */
export function newestScores(): ScoreResult {
	const newest = readdirSync(folder).filter(name => name.startsWith('scores-')).toSorted().at(-1);
	if (newest === undefined) {
		throw new Error(`${folder} has no scores-*.json; npm run scores makes one`);
	}

	return JSON.parse(readFileSync(`${folder}/${newest}`, 'utf8')) as ScoreResult;
}

/** A row for every corpus: each fact with how many of how many were read right. */
export function scoreTable({date, scores}: ScoreResult): string {
	const corpora = Map.groupBy(scores, ({corpus}) => corpus);
	const rows = [...corpora].map(([corpus, facts]) => `| ${corpus} | ${facts.map(fact => told(fact)).join(', ')} |`);
	return ['| third-party corpus | read right |', '| --- | --- |', ...rows, '', `Scored ${date} by \`npm run scores\`.`].join('\n');
}

const told = ({fact, right, all}: ScoreResult['scores'][number]): string => `${fact} ${right.toLocaleString('en')} of ${all.toLocaleString('en')}`;
