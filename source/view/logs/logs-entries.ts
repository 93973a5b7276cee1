import type {Foreign} from '../../domain/foreign.ts';
import type {FaultCount, SourceHealth} from '../../engine/engine.ts';
import type {ViewState} from '../view-state.ts';
import {faultsOf} from './fault-words.ts';
import {isTroubled} from './source-words.ts';

/** One entry of the page of the logs: a fault or a source. */
export type LogsEntry =
	| {readonly type: 'fault'; readonly fault: FaultCount}
	| {readonly type: 'source'; readonly source: SourceHealth};

/** Faults, then sources with trouble, then all others: nobody would find the unreadable log among five thousand. */
export function logsEntries(state: ViewState): LogsEntry[] {
	const sources = state.health?.sources ?? [];
	return [
		...faultsOf(state).map(fault => ({type: 'fault' as const, fault})),
		...[...sources.filter(source => isLacking(source)), ...sources.filter(source => !isLacking(source))].map(source => ({type: 'source' as const, source})),
	];
}

const isLacking = (source: SourceHealth): boolean => isTroubled(source) || source.holes > 0 || source.notices.length > 0;

/** The log whose events Enter shows. */
export function logOf(entry: LogsEntry, {opened}: ViewState): Foreign | undefined {
	return entry.type === 'source' ? entry.source.description.path : opened.sources.find(({id}) => id === entry.fault.fault.source)?.path;
}

/** Whether two entries of different answers mean the same source or fault. */
export function isSameEntry(one: LogsEntry, other: LogsEntry): boolean {
	return one.type === 'source'
		? other.type === 'source' && one.source.description.id === other.source.description.id
		: other.type === 'fault' && one.fault.fault.source === other.fault.fault.source && one.fault.fault.sentence === other.fault.fault.sentence;
}
