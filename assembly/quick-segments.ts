import {oneCellEach} from './quick-width.ts';

export type Segment = {readonly segment: string; readonly index: number};

/**
Stands in for `Intl.Segmenter` where Ink takes rows apart. What a screen of ours is made of needs no look into the tables of Unicode: each of its characters
stands for itself. Loading those tables takes 12 ms of the start, and asking them is most of what taking a row apart costs.
*/
export function graphemesOf(text: string): Iterable<Segment> {
	if (oneCellEach.test(text.replaceAll('\u{1B}', ''))) {
		return Array.from(text, (segment, index) => ({segment, index}));
	}

	segmenter ??= new Intl.Segmenter();
	return segmenter.segment(text);
}

let segmenter: Intl.Segmenter | undefined;
