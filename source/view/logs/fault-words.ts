import {toldFault} from '../../domain/fault.ts';
import type {FaultCount} from '../../engine/engine.ts';
import {counted} from '../drawing/numbers.ts';
import type {ViewState} from '../view-state.ts';

/** All faults so far, the newest last. */
export function faultsOf({health, opened}: Pick<ViewState, 'health' | 'opened'>): readonly FaultCount[] {
	return health?.faults ?? opened.faults.map(fault => ({fault, count: 1}));
}

/** A fault as a sentence: its subject, what happened, and how often. */
export function faultWords({fault, count}: FaultCount): string {
	return `${toldFault(fault)}${count > 1 ? ` (${counted(count, 'time')})` : ''}`;
}
