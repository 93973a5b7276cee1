/** Prints how many facts of each third-party corpus are read right, and keeps the figures for the README. Run: `node bench/formats/scores.ts [--misses]`. */
import {writeFileSync} from 'node:fs';
import process from 'node:process';
import {areCorporaThere, scoreCorpora} from './corpora.ts';
import {scoreTable, type ScoreResult} from './score-table.ts';

if (areCorporaThere) {
	const scores = scoreCorpora();
	const result: ScoreResult = {date: new Date().toISOString().slice(0, 10), scores: scores.map(({corpus, fact, right, all}) => ({corpus, fact, right, all}))};
	writeFileSync(`bench/results/scores-${result.date}.json`, `${JSON.stringify(result, undefined, '\t')}\n`);
	console.log(scoreTable(result));
	for (const {corpus, fact, misses} of process.argv.includes('--misses') ? scores : []) {
		for (const miss of misses) {
			console.log(`${corpus}: ${fact}: ${miss.slice(0, 300)}`);
		}
	}
} else {
	console.log('The third-party corpora are not on this machine: nothing to score.');
}
