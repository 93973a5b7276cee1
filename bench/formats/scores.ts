/** Prints how many facts of each third-party corpus are read right. Run: `npx tsx bench/formats/scores.ts [--misses]`. */
import process from 'node:process';
import {areCorporaThere, scoreCorpora} from './corpora.ts';

const isShowsMisses = process.argv.includes('--misses');
console.log(areCorporaThere ? '' : 'The third-party corpora are not on this machine: nothing to score.');
console.log('| corpus | fact | right | of |\n|---|---|---|---|');
for (const {corpus, fact, right, all, misses} of areCorporaThere ? scoreCorpora() : []) {
	console.log(`| ${corpus} | ${fact} | ${right} | ${all} |`);
	for (const miss of isShowsMisses ? misses : []) {
		console.log(`    ${miss.slice(0, 300)}`);
	}
}
