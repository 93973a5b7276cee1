import test from 'ava';
import {nearestWord, otherName} from '../../source/query/nearest-word.ts';

const words = ['print', 'stats', 'doctor', 'demo', 'password-reset', 'raw', 'csv'];

for (const [typed, nearest] of [
	['prnt', 'print'],
	['pirnt', 'print'],
	['PRINT', 'print'],
	['stat', 'stats'],
	['dem', 'demo'],
	['docter', 'doctor'],
	['pasword-reste', 'password-reset'],
	['passw', 'password-reset'],
	['rwa', 'raw'],
	['xml', undefined],
	['audit', undefined],
	['', undefined],
] as const) {
	test(`the word nearest to '${typed}' is ${nearest ?? 'none'}`, t => {
		t.is(nearestWord(typed, words), nearest);
	});
}

for (const [typed, names, told] of [
	['prnt', words, 'did you mean \'print\'?'],
	['xml', words, 'there are print, stats, doctor, demo, password-reset, raw and 1 more'],
	['xml', ['csv'], 'there are csv'],
] as const) {
	test(`in place of '${typed}', one of ${names.length}, ${told}`, t => {
		t.is(otherName(typed, names), told);
	});
}
