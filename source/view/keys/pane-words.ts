import type {Pane} from '../view-state.ts';

/** The names of panes within a sentence. */
export const paneWords: Readonly<Record<Pane, string>> = {filters: 'the filters', timeline: 'the timeline', details: 'the details', chips: 'the active filters', histogram: 'the histogram'};
