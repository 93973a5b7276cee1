import {type MessageGroup, type MessageRow, openBehind} from './known-messages.ts';

/**
The sentences in which programs and devices of all makers say that somebody came in, was refused or left: `Login failed for user "x" from 192.0.2.7`.
A name is taken in quotes, or where it is one word and the sentence goes on or ends behind it as such sentences do: what is no name is never made one.
*/
const refused: Outcome = {action: 'login-failed'};
const welcomed: Outcome = {action: 'login'};
const left: Outcome = {action: 'logout'};

type Outcome = Omit<MessageRow, 'pattern'>;

const wordsOf = (...lines: readonly string[]): readonly string[] => lines.flatMap(line => line.split(', '));

const refusals = wordsOf(
	'failed login, failed SMTP login, failed IMAP login, failed POP3 login, failed login attempt, failed sign-in attempt, failed authentication, failed authentication attempt, failed password, failed to authenticate',
	'login failed, login failure, login attempt failed, login denied, login error, logon failed, logon failure, unsuccessful login, unsuccessful login attempt',
	'authentication failed, authentication failure, authentication error, user authentication failed, user login failed',
	'invalid login, invalid login attempt, invalid credentials, invalid password, invalid username or password, incorrect password',
	...['1FA', 'TOTP', 'Duo', 'WebAuthn'].map(factor => `unsuccessful ${factor} authentication attempt`),
	'incorrect username or password, wrong password, bad password, bad password attempt, bad login attempt',
);

const welcomes = wordsOf(
	'login successful, login succeeded, login success, successful login, logon success, user login successful, accepted password',
	'authentication successful, authentication succeeded, successfully authenticated',
);

const directFroms = [' from {sourceAddress:address}{tail}', ' from IP address {sourceAddress:address}{tail}', ' from IP: {sourceAddress:address}{tail}', ' from {tail} {sourceAddress:address}{tail}'] as const;

const froms = [...directFroms, ' {tail} from {sourceAddress:address}{tail}'] as const;

const whoms = [' for user ', ' for user: ', ' for username ', ' for account ', ' for ', ' by user ', ' by ', ': user ', ' user '] as const;

/** What may follow such words. A name in quotes is taken up to the last quote that fits: a stranger chose it. */
const rests = (outcome: Outcome): MessageRow[] => [
	...whoms.flatMap(whom => ['\'', '"'].flatMap(quote => [...froms, '{more}'].map(rest => whom + quote + '{user...}' + quote + rest))),
	...whoms.flatMap(whom => directFroms.map(from => whom + '{user:name}' + from)),
	...froms,
	...whoms.map(whom => whom + '{user:name} - {sourceAddress:address}'),
	': username={user...} ip={sourceAddress:address}',
	...[' for user ', ' for username ', ' for account ', ' by user ', ': user=', ': username=', ' user='].map(whom => whom + '{user:name}{more}'),
	': {reason...} - {sourceAddress:address}',
	'. {sourceAddress:address}',
	', {reason}. {sourceAddress:address}',
	' for {user:name}',
	' for {user:name}.',
	': {more}',
	' - {more}',
	' ({more}',
	'.{more}',
	'',
].map(pattern => ({pattern, ...outcome}));

const subjects = [' \'{user...}\' ', ' "{user...}" ', ' {user:name} '] as const;

/** What may stand behind a deed, so that `User list logged in file` is none. */
const endings = ['', '.{more}', ',{more}', ': {more}', ' ({more}', ' [{more}', ' via {more}', ' on {more}', ' to {more}', ' at {more}', ' successfully{more}'] as const;

const outcomes = new Map(([
	['logged in, has logged in, successfully logged in, signed in, login successful, login succeeded, login success, authenticated successfully, successfully authenticated', welcomed],
	['logged out, has logged out, logged off, signed out, logout', left],
	['login failed, login failure, failed to log in, failed to login, failed login, failed to authenticate, authentication failed, failed authentication, login attempt failed, login denied', refused],
] as const).flatMap(([verbs, outcome]) => wordsOf(verbs).map(verb => [verb, outcome] as const)));

const verbs = outcomes.keys().toArray().toSorted();

/** `User ann logged in from 192.0.2.7 via https`. Those that begin alike are neighbours: most texts behind `User` are none of them, and are told by little. */
const deeds = subjects.flatMap(subject => verbs.flatMap(verb => [...froms, ...endings].map((rest): MessageRow => ({pattern: subject + verb + rest, ...outcomes.get(verb)}))));

/** As a sentence, a title, a heading or a word of a protocol. */
const spellings = (words: string): string[] => [words, words[0]!.toUpperCase() + words.slice(1), words.replaceAll(/\b[a-z]/gv, letter => letter.toUpperCase()), words.toUpperCase()];

const spelled = (all: readonly string[]): string[] => [...new Set(all.flatMap(words => spellings(words)))];

/** RouterOS puts its topics before the sentence. */
const routerOs = (head: string): string[] => ['system,info,account ', 'system,error,critical '].map(topics => topics + head);

export const signInMessages: readonly MessageGroup[] = [
	// Those that begin with another's words go before it.
	...openBehind([...spelled(refusals.toSorted((one, other) => other.length - one.length)), ...routerOs('login failure')], rests(refused)),
	...openBehind(spelled(welcomes), rests(welcomed)),
	...openBehind(['user', 'User', 'USER', 'Administrator', 'administrator', 'Account', 'account', 'Default user', ...routerOs('user')], deeds),
];
