import process from 'node:process';
import fc from 'fast-check';

/**
Read before every test file. A landing is judged by its change, not by what chance tries just then: property tests try the same cases each time.
`LEDGERLINE_SEED=any` tries others, `LEDGERLINE_SEED=NUMBER` those of a seed that a failure printed.
*/
const {LEDGERLINE_SEED = '20260303'} = process.env;
if (LEDGERLINE_SEED !== 'any') {
	fc.configureGlobal({seed: Number(LEDGERLINE_SEED)});
}
