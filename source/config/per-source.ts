import {lastGiven, type Given, type OptionName} from './options.ts';

/** An option's value for the sources that a pattern names. */
export type ForSome = {readonly pattern: string; readonly value: string};

/** What an option says of all sources, and of some: `UTC`, and `auth.log=Europe/Berlin`. */
export type PerSource = {readonly forAll: string | undefined; readonly forSome: readonly ForSome[]};

/** Sorts the values of an option that may be given for a source. No zone, duration, year or format has an equals sign; a path may. */
export function perSource(given: Given, name: OptionName): PerSource {
	const typed = given[name] ?? [];
	const preset = lastGiven({}, name);
	return {
		forAll: typed.findLast(value => !value.includes('=')) ?? preset,
		forSome: typed.filter(value => value.includes('=')).map(value => ({pattern: value.slice(0, value.lastIndexOf('=')), value: value.slice(value.lastIndexOf('=') + 1)})),
	};
}
