import type {GenerationId, SourceId} from '../domain/source.ts';
import type {Columns} from './columns.ts';
import type {RowPrecedence} from './sort-runs.ts';

/** The generation of a gap before all generations of its source. */
export const noGeneration = 0xFF_FF_FF_FF;

/** Where rows come from. */
export type RowPlaces = {
	readonly columns: Columns;
	sourceOf(row: number): SourceId;
	generationOf(row: number): GenerationId;
	offsetOf(row: number): number;
};

/** By time; at the same instant by source, and within a source in the order of writing. */
export function precedenceIn(places: RowPlaces): RowPrecedence {
	const chainPlace = (row: number) => {
		const generation = places.generationOf(row);
		return generation === noGeneration ? -1 : generation;
	};

	return (first, second) => (places.columns.compareTimes(first, second)
		|| (places.sourceOf(first) - places.sourceOf(second))
		|| (chainPlace(first) - chainPlace(second))
		|| (places.offsetOf(first) - places.offsetOf(second))
		|| (first - second)) < 0;
}
