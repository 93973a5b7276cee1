import {lastGiven, type Given, type OptionName} from './options.ts';

/** The value of an option for the sources that a pattern names. */
export type ForSome = {readonly pattern: string; readonly value: string};

/** An option's value for all sources, as in `UTC`, and for some, as in `auth.log=Europe/Berlin`. */
export type PerSource = {readonly forAll: string | undefined; readonly forSome: readonly ForSome[]};

/** Sorts the values of a per-source option. Zones, durations, years and formats have no equals sign, so the last one ends the pattern. */
export function perSource(given: Given, name: OptionName): PerSource {
	const typed = given[name] ?? [];
	const preset = lastGiven({}, name);
	return {
		forAll: typed.findLast(value => !value.includes('=')) ?? preset,
		forSome: typed.filter(value => value.includes('=')).map(value => ({pattern: value.slice(0, value.lastIndexOf('=')), value: value.slice(value.lastIndexOf('=') + 1)})),
	};
}
