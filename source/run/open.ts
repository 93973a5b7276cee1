import {exitCodes} from '../config/exit-codes.ts';
import {capabilitiesOf} from '../terminal/capabilities.ts';
import {lossTold} from './engine-loss.ts';
import type {RunWish} from './run-wish.ts';
import type {Setting} from './setting.ts';
import {readScreenFlags} from './screen-flags.ts';

/** The screen, or the same events as lines where there is no screen to draw on. */
export async function open(wish: RunWish, setting: Setting): Promise<number> {
	const flags = readScreenFlags(wish.given);
	if ('trouble' in flags) {
		setting.complain(flags.trouble);
		return exitCodes.usage.code;
	}

	const {environment, isTerminal, isInputTerminal} = setting;
	// The engine's thread comes up while this one loads the screen.
	const {openLocalEngine} = await import('../local/local-engine.ts');
	const engine = openLocalEngine();
	const {isPlain} = capabilitiesOf({environment, isInputTty: isInputTerminal, isOutputTty: isTerminal, flags: flags.value});
	if (!isPlain) {
		const {interactive} = await import('./interactive.ts');
		return interactive(engine, {...wish, flags: flags.value}, setting);
	}

	const lost = lossTold(engine, setting);
	if (isTerminal && isInputTerminal) {
		const {plain} = await import('./plain.ts');
		return Promise.race([plain(engine, wish, setting), lost]);
	}

	const {print} = await import('./print.ts');
	// A person watching wants to see what happens next; a pipe wants what there is.
	const given = isTerminal ? {...wish.given, follow: ['']} : wish.given;
	const status = await Promise.race([print(engine, {...wish, given}, setting), lost]);
	if (setting.isKept) {
		// Whoever started it by nohup expects it to go on.
		setting.complain('what was there is written, and that is all: `ledgerline print --follow` goes on with what comes');
	}

	return status;
}
