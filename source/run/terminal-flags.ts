import {isGiven, lastGiven, type Given} from '../config/options.ts';
import {readWord} from '../config/query-options.ts';
import type {Reading} from '../config/reading.ts';
import type {TerminalFlags} from '../terminal/capabilities.ts';

/** What the command line says of the screen. */
export function readTerminalFlags(given: Given): Reading<TerminalFlags> {
	const colour = readWord('colour', lastGiven(given, 'colour')!);
	return 'trouble' in colour ? colour : {value: {colour: colour.value, isAscii: isGiven(given, 'ascii'), isPlain: isGiven(given, 'plain')}};
}
