import fs from 'node:fs';
import {numberOf} from './lines.ts';
import type {Written} from './writer.ts';

export type Verdict = {
	/** Written, not destroyed by the rotator, and never reported. */
	readonly lost: number;
	/** Of these, lost although their file was there long enough to be had. */
	readonly reachable: number;
	/** Of these, lost where no hole was announced. */
	readonly silent: number;
	readonly duplicated: number;
	readonly torn: number;
	readonly outOfOrder: number;
	readonly announced: number;
	/** Reported although the rotator destroyed them: a fast reader saves some. */
	readonly saved: number;
};

/** Reads what a follower reported and counts what it did wrong. Output is text, one line each; `!GAP` announces a hole, `!LATE` a late line. */
export function judge(outPath: string, {lines, destroyed, unreachable}: Pick<Written, 'lines' | 'destroyed' | 'unreachable'>): Verdict {
	const gone = new Set(destroyed);
	/** For each line the count of holes announced before it; -1: never reported. */
	const gapsBefore = new Int32Array(lines).fill(-1);
	let announced = 0;
	let duplicated = 0;
	let torn = 0;
	let outOfOrder = 0;
	let highest = -1;
	let isLate = false;
	const reported = fs.readFileSync(outPath, 'latin1').split('\n');
	for (const [index, line] of reported.entries()) {
		if (line.startsWith('!')) {
			announced += Number(line.startsWith('!GAP'));
			isLate ||= line.startsWith('!LATE');
			continue;
		}

		const number = line === '' ? undefined : numberOf(line);
		if (number === undefined) {
			// A line cut off by a hole that is announced right there is told, not torn.
			torn += Number(line !== '' && !reported[index + 1]?.startsWith('!GAP'));
			continue;
		}

		duplicated += Number(gapsBefore[number] !== -1);
		outOfOrder += Number(number < highest && !isLate);
		highest = Math.max(highest, number);
		gapsBefore[number] = announced;
		isLate = false;
	}

	const {lost, silent} = countLost(gapsBefore, announced, gone);
	const saved = destroyed.filter(number => gapsBefore[number] !== -1).length;
	const outOfReach = unreachable.flatMap(([first, end]) => Array.from({length: end - first}, (_, index) => first + index)).filter(number => gapsBefore[number] === -1 && !gone.has(number)).length;
	return {lost, reachable: lost - outOfReach, silent, duplicated, torn, outOfOrder, announced, saved};
}

/** A lost run is silent when the same number of holes had been announced on both sides of it. */
function countLost(gapsBefore: Int32Array, announced: number, gone: ReadonlySet<number>): Pick<Verdict, 'lost' | 'silent'> {
	let lost = 0;
	let silent = 0;
	let gapsAtStart = 0;
	let run = 0;
	for (let number = 0; number <= gapsBefore.length; number++) {
		const gaps = number < gapsBefore.length ? gapsBefore[number]! : announced;
		if (gaps === -1) {
			run += Number(!gone.has(number));
			continue;
		}

		lost += run;
		silent += gaps === gapsAtStart ? run : 0;
		run = 0;
		gapsAtStart = gaps;
	}

	return {lost, silent};
}
