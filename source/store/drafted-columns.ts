import type {EventDraft} from '../domain/event-draft.ts';
import {DeviceSets} from './device-sets.ts';
import {Dictionary} from './dictionary.ts';
import type {Segment} from './segment.ts';

// Codes of these columns are 16 bits wide; the last one stands for all further values.
const mostDistinctValues = 65_535;

/** The columns of what a record says, except its time. */
export class DraftedColumns {
	readonly types: Dictionary;
	readonly users: Dictionary;
	readonly hosts: Dictionary;
	readonly deviceSets: DeviceSets;

	constructor(seed?: number) {
		this.types = new Dictionary(mostDistinctValues, seed);
		this.users = new Dictionary(mostDistinctValues, seed);
		this.hosts = new Dictionary(mostDistinctValues, seed);
		this.deviceSets = new DeviceSets(seed);
	}

	get heldBytes(): number {
		return this.types.heldBytes + this.users.heldBytes + this.hosts.heldBytes + this.deviceSets.heldBytes;
	}

	/** Those with more distinct values than codes. */
	get full(): ReadonlyArray<'event types' | 'users' | 'hosts' | 'devices'> {
		const full = {'event types': this.types.hasUnlisted, users: this.users.hasUnlisted, hosts: this.hosts.hasUnlisted, devices: this.deviceSets.hasUnlisted};
		return (['event types', 'users', 'hosts', 'devices'] as const).filter(name => full[name]);
	}

	/** Fills the row in every column. Hot: allocates nothing else. */
	fill(segment: Segment, at: number, draft: EventDraft): void {
		segment.columns.severity.set(at, draft.severity);
		segment.columns.category.set(at, draft.category);
		segment.columns.action.set(at, draft.action);
		segment.columns.result.set(at, draft.result);
		segment.columns.type.set(at, this.types.codeOf(draft.type.bytes, draft.type.start, draft.type.end));
		segment.columns.user.set(at, this.users.codeOf(draft.user.bytes, draft.user.start, draft.user.end));
		segment.columns.host.set(at, this.hosts.codeOf(draft.host.bytes, draft.host.start, draft.host.end));
		segment.columns.deviceSet.set(at, this.deviceSets.codeOf(draft));
	}

	/** Fills a row that has no record. */
	fillWithNothing(segment: Segment, at: number): void {
		for (const name of ['severity', 'category', 'action', 'result', 'type', 'user', 'host', 'deviceSet'] as const) {
			segment.columns[name].set(at, 0);
		}
	}

	/** Whether the row already says exactly this. */
	hold(segment: Segment, at: number, draft: EventDraft): boolean {
		return segment.severity[at] === draft.severity
			&& segment.category[at] === draft.category
			&& segment.action[at] === draft.action
			&& segment.result[at] === draft.result
			&& segment.type[at] === this.types.codeOf(draft.type.bytes, draft.type.start, draft.type.end)
			&& segment.user[at] === this.users.codeOf(draft.user.bytes, draft.user.start, draft.user.end)
			&& segment.host[at] === this.hosts.codeOf(draft.host.bytes, draft.host.start, draft.host.end)
			&& segment.deviceSet[at] === this.deviceSets.codeOf(draft);
	}
}
