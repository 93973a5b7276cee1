import {spawnSync} from 'node:child_process';
import test from 'ava';
import {type TerminalType, terminalType} from '../../source/terminal/terminal-types.ts';

/** What ncurses-base installs, as far as it is a terminal that can move its cursor. */
const names = [
	...'Eterm ansi cons25 cygwin hurd linux mach mach-color mach-gnu pcansi rxvt rxvt-basic rxvt-m rxvt-unicode rxvt-unicode-256color screen screen-256color'.split(' '),
	...'screen-bce screen-w screen.xterm-256color sun tmux tmux-256color vt100 vt102 vt220 xterm xterm-256color xterm-color xterm-mono xterm-r5 xterm-r6 xterm-vt220'.split(' '),
];

/** What we use where a type has it, and the capabilities of terminfo(5) that it takes. */
const needs: ReadonlyArray<readonly [uses: string, isUsed: (type: TerminalType) => boolean, capabilities: readonly string[]]> = [
	['moves the cursor and erases', () => true, ['cup', 'cuu1', 'ed', 'el']],
	['has an alternate screen', type => type.hasAlternateScreen, ['smcup', 'rmcup']],
	['scrolls a region', type => type.hasScrollRegion, ['csr', 'ri']],
	['erases characters', type => type.hasEraseCharacters === true, ['ech']],
	['has colours', type => type.colours > 0, ['setaf']],
];

const entryOf = (name: string): string | undefined => {
	const {status, stdout} = spawnSync('infocmp', ['-1', name], {encoding: 'utf8'});
	return status === 0 ? stdout : undefined;
};

for (const name of names) {
	const entry = entryOf(name);
	(entry === undefined ? test.skip : test)(`${name} is asked for nothing that its entry in terminfo has not${entry === undefined ? ' (skipped: infocmp or the entry is not installed)' : ''}`, t => {
		const type = terminalType(name)!;
		for (const [uses, isUsed, capabilities] of needs) {
			const missing = isUsed(type) ? capabilities.filter(capability => !entry!.includes(`\t${capability}=`)) : [];
			t.deepEqual(missing, [], uses);
		}

		t.true(type.wrapsAtOnce === true || /\t(?:rmam=|xenl,)/v.test(entry!), 'the last column');
	});
}
