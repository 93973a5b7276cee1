import type {Foreign} from '../../domain/foreign.ts';
import type {PersonIntent, TerminalIntent} from '../intents.ts';

/** One thing that can be chosen by name: what it does, or why it does nothing at the moment. */
export type PaletteEntry = {
	readonly kind: 'view' | 'key' | 'source' | 'column' | 'zone' | 'theme';
	readonly title: Foreign;
	/** Shown at the right: its key, or what it stands for. */
	readonly beside: Foreign;
} & ({readonly intent: PersonIntent | TerminalIntent} | {readonly off: Foreign});
