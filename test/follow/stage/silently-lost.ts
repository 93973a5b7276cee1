import type {Told} from './recorder.ts';

/** Lines missing between two lines that came where no hole was told between these two. */
export function silentlyLost(written: readonly string[], told: readonly Told[]): readonly string[] {
	const came = new Map<string, number>();
	let holes = 0;
	for (const {type, text} of told) {
		holes += Number(type === 'hole');
		came.set(text, holes);
	}

	const silent: string[] = [];
	let run: string[] = [];
	let holesBefore = 0;
	for (const line of [...written, undefined]) {
		const holesHere = line === undefined ? holes : came.get(line);
		if (holesHere === undefined) {
			run.push(line!);
			continue;
		}

		silent.push(...holesHere === holesBefore ? run : []);
		run = [];
		holesBefore = holesHere;
	}

	return silent;
}
