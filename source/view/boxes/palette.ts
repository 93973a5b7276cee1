import {type Foreign, foreignText} from '../../domain/foreign.ts';
import type {PersonIntent} from '../intents.ts';
import type {Interpreter, Moment} from '../interpreter.ts';
import {columns} from '../timeline/columns.ts';
import {themeNames} from '../theme-names.ts';
import type {ViewState} from '../view-state.ts';
import {commandEntries} from './palette-commands.ts';
import type {PaletteEntry} from './palette-entry.ts';

/** The palette's entries that match what is typed, the best first; all of them while nothing is typed. */
export function paletteEntries(state: ViewState, typed: string, interpreter: Interpreter, moment: Moment): PaletteEntry[] {
	const entries = [
		...viewEntries(state, interpreter, moment),
		...commandEntries(state),
		...ownViewEntries(state),
		...sourceEntries(state),
		...columnEntries(),
		...zoneEntries(state),
		...themeEntries(state),
	];
	return typed.trim() === '' ? entries : interpreter.rank(typed, entries.map(({kind, title}) => `${title} ${kind}`)).map(at => entries[at]!);
}

function viewEntries({ownViews, builtInViews}: ViewState, {read}: Interpreter, moment: Moment): PaletteEntry[] {
	return [...ownViews, ...builtInViews].map(({name, line}) => {
		const entry = {kind: 'view', title: foreignText(name), beside: foreignText(line)} as const;
		const reading = read.query(line, moment);
		return reading.type === 'query'
			? {...entry, intent: {type: 'show-query', query: reading.query}}
			: {...entry, off: foreignText(reading.type === 'trouble' ? reading.trouble.sentence : 'it cannot be read')};
	});
}

/** Renaming and removing the person's own views. */
function ownViewEntries({ownViews}: ViewState): PaletteEntry[] {
	return ownViews.flatMap(({name, line}) => ([['rename', 'rename-view'], ['remove', 'remove-view']] as const).map(([word, type]): PaletteEntry =>
		({kind: 'view', title: foreignText(`${word} ${name}`), beside: foreignText(line), intent: {type, name}})));
}

function sourceEntries({opened: {sources}, query}: ViewState): PaletteEntry[] {
	const shown = query.facets.source?.include ?? [];
	return sources.flatMap(({name, path}) => [
		{
			kind: 'source',
			title: foreignText(`show only ${name}`),
			beside: path,
			...(shown.length === 1 && shown[0] === path ? {off: foreignText('it is the only one shown already')} : {intent: {type: 'show-source', path}}),
		},
		{kind: 'source', title: foreignText(`newest event of ${name}`), beside: path, intent: {type: 'go-to-newest-of', path}},
	]);
}

function columnEntries(): PaletteEntry[] {
	return columns.map(({name}) => ({kind: 'column', title: foreignText(name), beside: foreignText('on, off'), intent: {type: 'toggle-named-column', name}}));
}

function zoneEntries({zones, zone}: ViewState): PaletteEntry[] {
	return zones.map(name => ({kind: 'zone', title: foreignText(`times in ${name}`), beside: nothing, ...choice(name === zone, {type: 'show-zone', zone: name})}));
}

function themeEntries({themeName, canShowColours}: ViewState): PaletteEntry[] {
	return themeNames.map(name => ({
		kind: 'theme',
		title: foreignText(name),
		beside: nothing,
		...(canShowColours ? choice(name === themeName, {type: 'use-theme', name}) : {off: foreignText('this terminal shows no colours')}),
	}));
}

const nothing = foreignText('');

function choice(isPresent: boolean, intent: PersonIntent): {readonly intent: PersonIntent} | {readonly off: Foreign} {
	return isPresent ? {off: foreignText('already set')} : {intent};
}
