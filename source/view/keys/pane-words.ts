import type {Pane} from '../view-state.ts';

/** Panes as a sentence names them. */
export const paneWords: Readonly<Record<Pane, string>> = {filters: 'the filters', timeline: 'the timeline', details: 'the details', chips: 'the active filters', histogram: 'the histogram'};
