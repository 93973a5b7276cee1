import {actions} from '../domain/actions.ts';

/** A query line with a name. */
export type SavedView = {readonly name: string; readonly line: string};

/** Views that are useful on every appliance. None is applied unless somebody asks for it. */
export const builtInViews: readonly SavedView[] = [
	{name: 'user operations', line: 'user-operations=exact'},
	{name: 'done by people', line: 'user-operations=human'},
	{name: 'logins', line: 'action=login action=login-failed'},
	{name: 'failed logins', line: 'action=login-failed'},
	{name: 'password changes and resets', line: 'action=password-changed action=password-reset'},
	{name: 'exclusion rules', line: 'action=exclusion-created action=exclusion-edited action=exclusion-deleted'},
	{name: 'upgrades', line: 'action=console-upgraded action=sensor-upgrade-retried'},
	{name: 'alerts', line: 'severity=alert'},
	...actions.filter(row => 'isAudited' in row).map(({id, title}) => ({name: title, line: `action=${id}`})),
];
