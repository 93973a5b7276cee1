import test from 'ava';
import {foreignText} from '../../source/domain/foreign.ts';
import type {SourceState} from '../../source/domain/source.ts';
import type {Health} from '../../source/engine/engine.ts';
import {faultTeller} from '../../source/run/fault-teller.ts';

const badge = 'rotated by copytruncate: the rotator itself may drop lines';

function healthOf(state: SourceState, notices: readonly string[] = []): Health {
	const description = {id: 0, path: foreignText('/logs/app.log'), name: foreignText('app.log')};
	return {
		revision: 1,
		sources: [{source: 0, description, state, options: {}, generations: 1, bytesRead: 1, holes: 0, notices, events: 1, formats: [], confidence: 1, unparsedLines: 0, files: []}],
		faults: [],
		isCaughtUp: true,
		readBytes: 1,
		totalBytes: 1,
		heldBytes: 0,
	};
}

for (const [what, health, sentences] of [
	['a log that is live', healthOf({type: 'live'}), []],
	['one that is waited for', healthOf({type: 'waiting', reason: 'waiting for app.log'}), ['waiting for app.log']],
	['one whose rotator may lose lines itself', healthOf({type: 'live'}, [badge]), [`app.log: ${badge}`]],
] as const satisfies ReadonlyArray<readonly [string, Health, readonly string[]]>) {
	test(`told once where lines are followed without a screen: ${what}`, t => {
		const told: string[] = [];
		const teller = faultTeller(sentence => {
			told.push(sentence);
		});
		teller.tellHealth(health, {isFollowing: true});
		teller.tellHealth(health, {isFollowing: true});
		t.deepEqual(told, sentences);
	});
}

test('a sentence that is true of many logs names the first of them', t => {
	const told: string[] = [];
	const teller = faultTeller(sentence => {
		told.push(sentence);
	});
	const faultOf = (name: string, sentence: string) => ({type: 'record-damaged', source: 0, subject: foreignText(name), sentence} as const);
	const faults = Array.from({length: 9}, (_, index) => faultOf(`${index}.log`, 'It is no text.'));
	teller.tellFaults([...faults, faultOf('last.log', 'last.log is a folder.')]);
	teller.tellFaults(faults);
	t.deepEqual(told, [...[0, 1, 2, 3, 4].map(index => `${index}.log: It is no text.`), 'further logs (stats names them): It is no text.', 'last.log is a folder.']);
});
