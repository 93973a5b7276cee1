import type {ActionId} from '../../domain/actions.ts';
import {resultCode} from '../../domain/result.ts';
import {ByteMemory} from '../bytes/byte-memory.ts';
import {latinText} from '../bytes/byte-text.ts';
import {type Codes, codesOf} from './action-codes.ts';

/** What is known of a word for what happened: the action, and whether the word alone says so; a mere `authentication` is none before it is told how it ended. */
type Named = {readonly action: ActionId; readonly ended?: 'success' | 'failure'; readonly needsResult?: true};

const phrases = (text: string): readonly string[] => text.split(', ');

const about = (things: string, verbs: string): readonly string[] => phrases(things).flatMap(thing => phrases(verbs).flatMap(verb => [`${thing} ${verb}`, `${verb} ${thing}`]));

const signedIn = phrases('logged in, logged on, signed in, has logged in, has signed in');
const signIns = [...phrases('login, log in, logon, log on, signin, sign in'), ...signedIn];
const made = 'create, created, add, added, new, register, registered, invite, invited';
const unmade = 'delete, deleted, remove, removed';
const altered = 'update, updated, modify, modified, change, changed, edit, edited, enable, enabled, disable, disabled, lock, locked, unlock, unlocked, suspend, suspended, deactivate, deactivated, activate, activated';

const rules = 'rule, policy rule, firewall rule';

/** Words as programs and services write them (`user.login`, `authentication_failed`, `createUser`), parted by blanks and in small letters. */
const rows: ReadonlyArray<readonly [words: readonly string[], named: Named]> = [
	[phrases('login, log in, logon, log on, signin, sign in, user session start'), {action: 'login'}],
	[[...signedIn, ...signIns.flatMap(words => ['success', 'successful', 'successfully', 'succeeded', 'ok'].map(end => `${words} ${end}`)), 'successful login', 'login attempt success'], {action: 'login', ended: 'success'}],
	[[...[...signIns, 'authentication', 'auth'].flatMap(words => [...['failed', 'failure', 'fail', 'denied', 'error'].map(end => `${words} ${end}`), `failed ${words}`]), 'invalid login', 'login attempt failed'], {action: 'login-failed', ended: 'failure'}],
	[phrases('logout, log out, logoff, log off, signout, sign out, logged out, logged off, signed out, user session end'), {action: 'logout'}],
	[phrases('authentication success, authentication succeeded, auth success, auth succeeded, authenticated'), {action: 'authenticated', ended: 'success'}],
	[phrases('authentication, authenticate, auth, authentication sso, authentication auth via mfa, authentication verify'), {action: 'authenticated', needsResult: true}],
	[phrases('started session, session started, session opened, session start, session open'), {action: 'session-opened'}],
	[phrases('ended session, session ended, session closed, session end, session close'), {action: 'session-closed'}],
	[about('user, account, user account, user lifecycle', made), {action: 'user-created'}],
	[about('user, account, user account, user lifecycle', unmade), {action: 'user-deleted'}],
	[about('user, account, user account, user lifecycle', altered), {action: 'user-changed'}],
	[[...about('password, user password, account password', 'change, changed, update, updated'), 'user account update password'], {action: 'password-changed'}],
	[[...about('password, user password', 'reset'), 'user account reset password'], {action: 'password-reset'}],
	[[...about('group, user group, team', `${made}, ${unmade}, update, updated`), ...about('group member, member to group, user to group, user from group, member from group, team member, org member', `${made}, ${unmade}`), ...phrases('org add member, org remove member, team add member, team remove member, group user membership add, group user membership remove')], {action: 'group-changed'}],
	[[...about('role, role assignment, permission, privilege, user role', `${made}, ${unmade}, grant, granted, revoke, revoked, assign, assigned, update, updated`), 'user account privilege grant', 'user account privilege revoke'], {action: 'role-changed'}],
	[about('service account', made), {action: 'user-created'}],
	[about('service account', unmade), {action: 'user-deleted'}],
	[[...about('service account', altered), ...about('service account key, access key, api key, ssh key', `${made}, ${unmade}, ${altered}`)], {action: 'user-changed'}],
	[about('config, configuration, settings, setting, policy', `${made}, ${unmade}, update, updated, change, changed, modify, modified`), {action: 'config-changed'}],
	[about(rules, made), {action: 'rule-created'}],
	[about(rules, altered), {action: 'rule-edited'}],
	[about(rules, unmade), {action: 'rule-deleted'}],
	[phrases('process created, process create, process started, process executed, executed process'), {action: 'process-executed'}],
];

const known = new Map(rows.flatMap(([words, named]) => words.map(text => [text, named] as const)));

/** What may stand before such words, and tells nothing of its own. */
const openings = /^(?:user|ssh|web|console|admin|api|account|ui|session|system|event) (?=\S)/v;

/** Whatever it was, it was not done; or it was let be. */
const refusal = / (?:denied|blocked|failed|failure|rejected|refused)$/v;
const refused: Named = {action: 'none', ended: 'failure'};

const permission = / (?:granted|permitted|allowed)$/v;
const granted: Named = {action: 'none', ended: 'success'};

/** No words that we know are longer. */
const longestNameBytes = 64;

const memory = new ByteMemory<Named | false>();

/** What a source's own word for what happened is among our actions, given how it ended; undefined where it is none of them. */
export function codesOfWords(bytes: Uint8Array, start: number, end: number, result: number): (Codes & {readonly result: number}) | undefined {
	if (end - start > longestNameBytes) {
		return undefined;
	}

	const named = memory.find(bytes, start, end) ?? memory.remember(bytes, start, end, namedBy(latinText(bytes, start, end)) ?? false);
	return named === false || (named.needsResult === true && result === resultCode.none) ? undefined : ended(named, result);
}

function namedBy(name: string): Named | undefined {
	// `google.iam.admin.v1.CreateServiceAccount`
	const own = /\.v\d\w*\.(?<own>\w+)$/v.exec(name)?.groups?.own ?? name;
	const words = own.replaceAll(/(?<=[a-z])(?=[A-Z])/gv, ' ').toLowerCase().replaceAll(/[^a-z]+/gv, ' ').trim();
	return known.get(words) ?? known.get(words.replace(openings, '')) ?? verdictOf(words);
}

function verdictOf(words: string): Named | undefined {
	if (refusal.test(words)) {
		return refused;
	}

	return permission.test(words) ? granted : undefined;
}

const signInActions: ReadonlySet<ActionId> = new Set(['login', 'authenticated']);

function ended({action, ended: told}: Named, result: number): Codes & {readonly result: number} {
	const outcome = told === undefined ? result : resultCode[told];
	return {...codesOf(signInActions.has(action) && outcome === resultCode.failure ? 'login-failed' : action), result: outcome};
}
