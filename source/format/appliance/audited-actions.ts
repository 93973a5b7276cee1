import {actions, type ActionId} from '../../domain/actions.ts';

type AuditedAction = {
	readonly action: ActionId;
	/** All that the console logs of it, in the order it is written. */
	readonly fields: readonly string[];
	/** The field that names who acted, where one does. For all other actions the console does not say. */
	readonly actor?: string;
};

/** What the console logs of each of its eleven actions. In `user-created` and `password-changed` the user is whom it was done to. */
export const auditedActions: readonly AuditedAction[] = [
	{action: 'login', fields: ['user'], actor: 'user'},
	{action: 'user-created', fields: ['user', 'role']},
	{action: 'password-changed', fields: ['user', 'userId']},
	{action: 'password-reset', fields: ['userName']},
	{action: 'alert-learned', fields: ['alertId']},
	{action: 'exclusion-created', fields: ['summary']},
	{action: 'exclusion-edited', fields: ['ruleId', 'summary']},
	{action: 'exclusion-deleted', fields: ['ruleId']},
	{action: 'console-upgraded', fields: ['file']},
	{action: 'sensor-upgrade-retried', fields: ['sensorId']},
	{action: 'ti-package-uploaded', fields: []},
];

/** The words under which the console writes an action. */
export function wordsOf(action: ActionId): readonly string[] {
	const row = actions.find(({id}) => id === action);
	return row !== undefined && 'words' in row ? row.words : [];
}
