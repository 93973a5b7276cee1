import type {PaneLine, PaneSize} from './drawing/pane-line.ts';
import {sentenceRows} from './drawing/sentence-rows.ts';
import {blank, cell, type Look, type Role, row} from './drawing/span.ts';
import type {ViewState} from './view-state.ts';

/** The page shown without any log: what went wrong, how to start, and where was looked. */
export function nothingFound({opened: {faults}, lookedFor}: ViewState, {columns, rows}: PaneSize, look: Look): PaneLine[] {
	const line = (text: string, role: Role = 'text') => row(look, columns, cell(`  ${text}`, look, {role}));
	const said = faults.flatMap(({subject, sentence}) => sentenceRows(` ${subject === undefined ? '' : `${subject}: `}${sentence}`, {columns, role: 'trouble'}, look).map(spans => row(look, columns, spans)));
	const lines = [
		line(''),
		line('No log to show.', 'focus'),
		...said,
		line(''),
		line('To start:', 'heading'),
		line('  ledgerline PATH...    files, folders, patterns'),
		line('  ledgerline demo       a simulated appliance'),
		line(''),
		...(lookedFor.length === 0 ? [] : [line('Looked for:', 'heading'), ...lookedFor.map(path => line(`  ${path}`))]),
	];
	return Array.from({length: rows}, (_, at) => ({spans: lines[at] ?? blank(columns)}));
}
