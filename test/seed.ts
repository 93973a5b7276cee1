import process from 'node:process';
import fc from 'fast-check';

/**
Read before every test file. A landing is judged by its change, not by what chance tries just then: property tests try the same cases each time.
`LEDGERLINE_SEED=any` tries others, `LEDGERLINE_SEED=NUMBER` those of a seed that a failure printed.
*/
const {LEDGERLINE_SEED = '20260303'} = process.env;
fc.configureGlobal({
	...(LEDGERLINE_SEED !== 'any' && {seed: Number(LEDGERLINE_SEED)}),
	// Without this, whatever length a test allows, a list has eleven elements at most.
	defaultSizeToMaxWhenMaxSpecified: true,
});
