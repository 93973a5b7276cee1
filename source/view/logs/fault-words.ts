import type {FaultCount} from '../../engine/engine.ts';
import {counted} from '../drawing/numbers.ts';
import type {ViewState} from '../view-state.ts';

/** Everything that went wrong, the newest last. */
export function faultsOf({health, opened}: Pick<ViewState, 'health' | 'opened'>): readonly FaultCount[] {
	return health?.faults ?? opened.faults.map(fault => ({fault, count: 1}));
}

/** A fault in its own words, what it is about first, and how often. */
export function faultWords({fault: {subject, sentence}, count}: FaultCount): string {
	const about = subject === undefined || sentence.includes(subject) ? '' : `${subject}: `;
	return `${about}${sentence}${count > 1 ? ` (${counted(count, 'time')})` : ''}`;
}
