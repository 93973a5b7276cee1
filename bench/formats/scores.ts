/** Prints how many facts of each third-party corpus are read right. Run: `npx tsx bench/formats/scores.ts [--misses]`. */
import process from 'node:process';
import {areCorporaThere, scoreCorpora} from './corpora.ts';

if (!areCorporaThere) {
	console.log('The third-party corpora are not on this machine: nothing to score.');
	process.exit();
}

const showsMisses = process.argv.includes('--misses');
console.log('| corpus | fact | right | of |\n|---|---|---|---|');
for (const {corpus, fact, right, all, misses} of scoreCorpora().filter(({all}) => all > 0)) {
	console.log(`| ${corpus} | ${fact} | ${right} | ${all} |`);
	for (const miss of showsMisses ? misses : []) {
		console.log(`    ${miss.slice(0, 300)}`);
	}
}
