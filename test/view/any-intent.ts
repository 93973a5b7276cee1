import fc from 'fast-check';
import type {PersonIntent} from '../../source/view/intents.ts';

/** Anything that a person may want. */
export const anIntent: fc.Arbitrary<PersonIntent> = fc.oneof(
	fc.record({type: fc.constant('move' as const), by: fc.integer({min: -3, max: 3})}),
	fc.record({type: fc.constant('move-pages' as const), by: fc.constantFrom(-1, 1, 0.5, -0.5)}),
	fc.record({type: fc.constant('type-text' as const), text: fc.string({unit: 'binary'})}),
	fc.record({type: fc.constant('move-bar' as const), by: fc.constantFrom(-1, 1, 7, -Infinity, Infinity)}),
	fc.record({type: fc.constant('zoom' as const), by: fc.constantFrom('in' as const, 'out' as const)}),
	fc.record({type: fc.constant('next-pane' as const), by: fc.constantFrom(1, -1)}),
	fc.constantFrom<PersonIntent>(
		{type: 'go-to-first'}, {type: 'follow-newest'}, {type: 'toggle-follow'}, {type: 'toggle-sidebar'}, {type: 'open-details'}, {type: 'toggle-hex'}, {type: 'show-related'}, {type: 'toggle-mark'}, {type: 'next-mark'}, {type: 'include'}, {type: 'exclude'}, {type: 'remove-chip'}, {type: 'clear-filters'}, {type: 'undo-query'}, {type: 'redo-query'}, {type: 'since-here'}, {type: 'until-here'}, {type: 'next-range'}, {type: 'open-spans'}, {type: 'show-last', micros: 300e6}, {type: 'go-to-pane', pane: 'histogram'}, {type: 'begin-range'}, {type: 'end-range'}, {type: 'step-range'}, {type: 'show-range'}, {type: 'open-search'}, {type: 'open-narrow'}, {type: 'open-line', box: 'time'}, {type: 'open-line', box: 'query'}, {type: 'open-line', box: 'view'}, {type: 'open-line', box: 'export'}, {type: 'accept-text'}, {type: 'next-hit'}, {type: 'keep-hits'}, {type: 'toggle-help'}, {type: 'cancel'}, {type: 'next-zone'},
	),
);
