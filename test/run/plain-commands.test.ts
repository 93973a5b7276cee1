import test from 'ava';
import type {Given} from '../../source/config/options.ts';
import {plainHelp, readPlainLine, type PlainCommand} from '../../source/run/plain-commands.ts';

const filter = (given: Given): PlainCommand => ({type: 'filter', given});

for (const [line, given, command] of [
	['', {}, {type: 'turn'}],
	['  quit ', {}, {type: 'quit'}],
	['help', {}, {type: 'help'}],
	['filters', {}, {type: 'filters'}],
	['undo', {}, {type: 'undo'}],
	['first', {}, {type: 'page', page: 'first'}],
	['earlier', {}, {type: 'page', page: 'earlier'}],
	['later', {}, {type: 'page', page: 'later'}],
	['last', {}, {type: 'page', page: 'last'}],
	['/password reset', {}, filter({search: ['password reset']})],
	['/', {search: ['password']}, filter({search: undefined})],
	['severity notice', {}, filter({severity: ['notice']})],
	['severity alert', {severity: ['notice']}, filter({severity: ['alert']})],
	['user dana.admin', {user: ['support']}, filter({user: ['support', 'dana.admin']})],
	['not-user svc-scan', {}, filter({'not-user': ['svc-scan']})],
	['action Password reset', {}, filter({action: ['Password reset']})],
	['user-operations', {}, filter({'user-operations': ['human']})],
	['clear', {user: ['support'], zone: ['UTC']}, filter({zone: ['UTC']})],
	['clear', {user: ['support'], devices: ['plant.yaml']}, filter({devices: ['plant.yaml']})],
	['devices plant.yaml', {}, {type: 'refuse', sentence: 'there is no command \'devices\'; did you mean \'device\'? \'help\' lists them'}],
	['user', {}, {type: 'refuse', sentence: '\'user\' needs a value: user NAME'}],
	['severty notice', {}, {type: 'refuse', sentence: 'there is no command \'severty\'; did you mean \'severity\'? \'help\' lists them'}],
] as const satisfies ReadonlyArray<readonly [string, Given, PlainCommand]>) {
	test(`the plain line '${line}' with ${JSON.stringify(given)}`, t => {
		t.deepEqual(readPlainLine(line, given), command);
	});
}

test('help names every filter', t => {
	for (const word of ['/words', 'since TIME', 'severity WORD', 'not-device DEVICE', 'clear', 'quit']) {
		t.true(plainHelp().includes(`${word}: `));
	}
});

test('help ends with how to keep events in a file', t => {
	t.regex(plainHelp(), /ledgerline print --query LINE --output csv LOGS > FILE\. .*\n$/v);
});
