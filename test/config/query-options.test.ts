import test from 'ava';
import {actions} from '../../source/domain/actions.ts';
import type {Given} from '../../source/config/options.ts';
import {readQuery} from '../../source/config/query-options.ts';

const clock = {nowMs: Date.parse('2026-03-05T10:00:00Z'), zone: 'UTC'};
const read = (given: Given) => readQuery(given, clock, ['audit-log', 'syslog']);

test('no option hides nothing', t => {
	t.deepEqual(read({}), {value: {facets: {}}});
});

test('every option has its place in the query', t => {
	t.deepEqual(read({
		since: ['-2h'],
		until: ['-1h'],
		severity: ['info', 'Alert'],
		search: ['password', '-user:support'],
		'user-operations': ['human'],
		category: ['alert'],
		action: ['Password reset', 'login'],
		'not-action': ['sudo'],
		user: ['dana.admin', ''],
		'not-user': ['-dash'],
		device: ['10.2.1.14'],
		source: ['auth.log'],
		'not-host': ['sensor-north'],
		result: ['failure'],
		'format-is': ['SYSLOG'],
	}), {
		value: {
			sinceMicros: Date.parse('2026-03-05T08:00:00Z') * 1000,
			untilMicros: Date.parse('2026-03-05T09:00:00Z') * 1000,
			severityAtLeast: 'alert',
			userOperations: 'human',
			keywords: ['password', '-user:support'],
			facets: {
				category: {include: ['alert'], exclude: []},
				action: {include: ['password-reset', 'login'], exclude: ['command-run']},
				user: {include: ['dana.admin', ''], exclude: ['-dash']},
				device: {include: ['10.2.1.14'], exclude: []},
				source: {include: ['auth.log'], exclude: []},
				host: {include: [], exclude: ['sensor-north']},
				result: {include: ['failure'], exclude: []},
				format: {include: ['syslog'], exclude: []},
			},
		},
	});
});

const namedActions = actions.filter(each => each.id !== 'none');
for (const row of namedActions) {
	test(`the action ${row.id} is known by its id, its title and the console's words, in any letter case`, t => {
		for (const name of [row.id, row.title, ...('words' in row ? row.words : [])]) {
			t.deepEqual(read({action: [name.toUpperCase()]}), {value: {facets: {action: {include: [row.id], exclude: []}}}});
		}
	});
}

for (const [given, sentence] of [
	[{severity: ['alrt']}, '--severity does not know \'alrt\'; did you mean \'alert\'?'],
	[{severity: ['loud']}, '--severity does not know \'loud\'; it takes info, notice, alert'],
	[{action: ['password-rest']}, '--action does not know \'password-rest\'; did you mean \'password-reset\'?'],
	[{'not-action': ['zzzzzz']}, `--not-action does not know 'zzzzzz'; it takes ${namedActions.map(({id}) => id).join(', ')}`],
	[{category: ['network', 'netwrk']}, '--category does not know \'netwrk\'; did you mean \'network\'?'],
	[{result: ['sucess']}, '--result does not know \'sucess\'; did you mean \'success\'?'],
	[{'user-operations': ['exat']}, '--user-operations does not know \'exat\'; did you mean \'exact\'?'],
	[{category: ['']}, '--category does not know \'\'; it takes other, user-operation, alert, network, system'],
	[{'not-format-is': ['']}, '--not-format-is does not know \'\'; it takes audit-log, syslog'],
	[{'format-is': ['zzzzzzzzz']}, '--format-is does not know \'zzzzzzzzz\'; it takes audit-log, syslog'],
	[{'format-is': ['sylog']}, '--format-is does not know \'sylog\'; did you mean \'syslog\'?'],
	[{since: ['-1h'], until: ['-2h']}, '--since is not before --until: no event lies between them'],
	[{since: ['soonish'], severity: ['loud']}, '\'soonish\' is not a time; write it like -1h, 10:15, \'2026-03-03 09:06\' or \'yesterday 14:00\''],
] as const satisfies ReadonlyArray<readonly [Given, string]>) {
	test(`refused: ${sentence}`, t => {
		t.deepEqual(read(given), {trouble: sentence});
	});
}

test('a query line is the whole query; other options are added to it, single values replace its own', t => {
	t.deepEqual(read({query: ['severity=notice user=dana since="yesterday 14:00" text: reset'], severity: ['alert'], user: ['support'], 'not-host': ['lab'], search: ['-test']}), {
		value: {
			sinceMicros: Date.parse('2026-03-04T14:00:00Z') * 1000,
			severityAtLeast: 'alert',
			keywords: ['reset', '-test'],
			facets: {user: {include: ['dana', 'support'], exclude: []}, host: {include: [], exclude: ['lab']}},
		},
	});
});

test('a wrong query line says in which column', t => {
	t.deepEqual(read({query: ['user=dana colour=red']}), {trouble: '--query, column 11: there is no filter colour; there are since, until, severity, user-operations, category, action, type, user, group, device, source, host, result, format and text'});
});
