import type {Foreign} from '../../domain/foreign.ts';
import type {PersonIntent, TerminalIntent} from '../intents.ts';

/** One thing that can be chosen by its name: what it does, or why it does nothing just now. */
export type PaletteEntry = {
	readonly kind: 'view' | 'key' | 'source' | 'column' | 'zone' | 'theme';
	readonly title: Foreign;
	/** What stands at its right: its key, or what it stands for. */
	readonly beside: Foreign;
} & ({readonly intent: PersonIntent | TerminalIntent} | {readonly off: Foreign});
