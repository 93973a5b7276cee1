import type {Category} from './category.ts';

type ActionRow = {
	/** The name of the action in queries, exports and facets. */
	readonly id: string;
	/** As the timeline shows it; at most 17 cells. */
	readonly title: string;
	readonly category: Category;
	/** True for the eleven actions that the management console audits. */
	readonly isAudited?: true;
	/** The console's own words and other names a person may type. */
	readonly words?: readonly string[];
};

/**
What was done, in one vocabulary for all formats. The index of a row is its code in columns, so rows are only ever added at the end.
Row 0 means that the record names no known action; its own word is kept in the event's field `sourceAction`.
*/
export const actions = [
	{id: 'none', title: '-', category: 'other'},
	// The eleven audited actions of the management console.
	{id: 'login', title: 'Login', category: 'user-operation', isAudited: true, words: ['Login', 'sign-in', 'signed in']},
	{id: 'user-created', title: 'User created', category: 'user-operation', isAudited: true, words: ['User creation']},
	{id: 'password-changed', title: 'Password changed', category: 'user-operation', isAudited: true, words: ['Password changes']},
	{id: 'password-reset', title: 'Password reset', category: 'user-operation', isAudited: true, words: ['Password reset']},
	{id: 'alert-learned', title: 'Alert learned', category: 'user-operation', isAudited: true, words: ['Learn, and remediation of alerts']},
	{id: 'exclusion-created', title: 'Exclusion created', category: 'user-operation', isAudited: true, words: ['Exclusion rules-Creation', 'Exclusion rules: creation']},
	{id: 'exclusion-edited', title: 'Exclusion edited', category: 'user-operation', isAudited: true, words: ['Exclusion rules-Editing', 'Exclusion rules: editing']},
	{id: 'exclusion-deleted', title: 'Exclusion deleted', category: 'user-operation', isAudited: true, words: ['Exclusion rules-Deletion', 'Exclusion rules: deletion']},
	{id: 'console-upgraded', title: 'Console upgraded', category: 'user-operation', isAudited: true, words: ['Management Console Upgrade']},
	{id: 'sensor-upgrade-retried', title: 'Upgrade retried', category: 'user-operation', isAudited: true, words: ['Sensor upgrade retry']},
	{id: 'ti-package-uploaded', title: 'TI uploaded', category: 'user-operation', isAudited: true, words: ['Uploaded TI package']},
	// What other logs tell about people.
	{id: 'login-failed', title: 'Login failed', category: 'user-operation'},
	{id: 'logout', title: 'Logout', category: 'user-operation'},
	{id: 'session-opened', title: 'Session opened', category: 'user-operation'},
	{id: 'session-closed', title: 'Session closed', category: 'user-operation'},
	{id: 'command-run', title: 'Command run', category: 'user-operation', words: ['sudo']},
	{id: 'privilege-refused', title: 'Privilege refused', category: 'user-operation'},
	{id: 'user-changed', title: 'User changed', category: 'user-operation'},
	{id: 'user-deleted', title: 'User deleted', category: 'user-operation'},
	{id: 'group-changed', title: 'Group changed', category: 'user-operation'},
	{id: 'role-changed', title: 'Role changed', category: 'user-operation'},
	{id: 'user-operation', title: 'User operation', category: 'user-operation'},
	{id: 'config-changed', title: 'Config changed', category: 'user-operation'},
	{id: 'event-created', title: 'Event created', category: 'user-operation'},
	{id: 'report-created', title: 'Report created', category: 'user-operation'},
	{id: 'device-deleted', title: 'Device deleted', category: 'user-operation'},
	{id: 'rule-created', title: 'Rule created', category: 'user-operation'},
	{id: 'rule-edited', title: 'Rule edited', category: 'user-operation'},
	{id: 'rule-deleted', title: 'Rule deleted', category: 'user-operation'},
	// What the sensor and the network tell.
	{id: 'alert-raised', title: 'Alert raised', category: 'alert'},
	{id: 'alert-updated', title: 'Alert updated', category: 'alert'},
	{id: 'alert-muted', title: 'Alert muted', category: 'alert'},
	{id: 'device-detected', title: 'Device detected', category: 'network'},
	{id: 'device-updated', title: 'Device updated', category: 'network'},
	{id: 'connection', title: 'Connection', category: 'network'},
	{id: 'scan', title: 'Scan', category: 'network'},
	{id: 'network-login', title: 'Network login', category: 'network'},
	{id: 'network-login-failed', title: 'Net login failed', category: 'network'},
	{id: 'plc-programmed', title: 'PLC programmed', category: 'network'},
	{id: 'plc-operated', title: 'PLC operated', category: 'network'},
	{id: 'firmware-changed', title: 'Firmware changed', category: 'network'},
	{id: 'file-transferred', title: 'File transferred', category: 'network'},
	{id: 'remote-access', title: 'Remote access', category: 'network'},
	{id: 'network-event', title: 'Network event', category: 'network'},
	{id: 'http-request', title: 'HTTP request', category: 'network'},
	// What the machine tells about itself.
	{id: 'service-started', title: 'Service started', category: 'system'},
	{id: 'service-stopped', title: 'Service stopped', category: 'system'},
	{id: 'process-executed', title: 'Process executed', category: 'system'},
	{id: 'file-accessed', title: 'File accessed', category: 'system'},
	{id: 'package-failed', title: 'Package failed', category: 'system'},
	{id: 'notification-resolved', title: 'Notice resolved', category: 'user-operation'},
	{id: 'authenticated', title: 'Authenticated', category: 'user-operation'},
	{id: 'software-changed', title: 'Software changed', category: 'system', words: ['installed', 'package']},
] as const satisfies readonly ActionRow[];

export type ActionId = (typeof actions)[number]['id'];

/** By id; the title of an unknown action is its id. */
export const actionTitle = (id: string): string => titles.get(id) ?? id;

const titles = new Map<string, string>(actions.map(({id, title}) => [id, title]));

const codes = new Map<string, number>(actions.map((row, code) => [row.id, code]));

/** The column code of an action id. */
export const actionCode = (id: ActionId): number => codes.get(id)!;
