import type {Capabilities} from './terminal.ts';

/** Takes over the terminal: alternate screen, no wrapping at the right edge, bracketed paste, no cursor. */
export function enterSequence(capabilities: Capabilities): string {
	return `${capabilities.hasAlternateScreen ? '\u{1B}[?1049h' : ''}\u{1B}[?7l\u{1B}[?2004h\u{1B}[?25l`;
}

/**
Restores the terminal, whatever was in progress: an update, a style, a scroll region.
Without an alternate screen the shell continues on a clean row below the last one.
*/
export function leaveSequence(capabilities: Capabilities, {rows}: {readonly rows: number}): string {
	const end = `${capabilities.hasSynchronisedOutput ? '\u{1B}[?2026l' : ''}\u{1B}[m${capabilities.hasScrollRegion ? '\u{1B}[r' : ''}\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h`;
	return end + (capabilities.hasAlternateScreen ? '\u{1B}[?1049l' : `\u{1B}[${rows}H\r\n`);
}
