import type {Capabilities} from './terminal.ts';

/** Takes the terminal: alternate screen, no wrapping at the right edge, bracketed paste, no cursor. */
export function enterSequence(capabilities: Capabilities): string {
	return `${capabilities.hasAlternateScreen ? '\u{1B}[?1049h' : ''}\u{1B}[?7l\u{1B}[?2004h\u{1B}[?25l`;
}

/**
Gives it back as it was, whatever we were in the middle of: an update, a style, a scroll region.
Without an alternate screen the shell goes on below the last row, on a clean one.
*/
export function leaveSequence(capabilities: Capabilities, {rows}: {readonly rows: number}): string {
	const end = `${capabilities.hasSynchronisedOutput ? '\u{1B}[?2026l' : ''}\u{1B}[m${capabilities.hasScrollRegion ? '\u{1B}[r' : ''}\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h`;
	return end + (capabilities.hasAlternateScreen ? '\u{1B}[?1049l' : `\u{1B}[${rows}H\r\n`);
}
