import {canBeLogged} from '../messages/message-reader.ts';
import {afterSpaces, ascii, beforeSpaces, isDigit, nextByte} from '../bytes/byte-text.ts';
import {Template} from '../templates/template.ts';
import {TemplateList} from '../templates/template-list.ts';
import {type LogLayout, logLayouts} from './log-layouts.ts';

/** A layout of program logs, ready to be matched. */
export type OpenLogLayout = {
	/** Its place in the table. */
	readonly row: number;
	readonly template: Template;
	readonly levelIs: LogLayout['level'];
	readonly level: number;
	readonly time: number;
	/** Slots that hold names, which are one word. */
	readonly names: readonly number[];
	readonly user: number;
	readonly host: number;
	/** Where the one came from whom the line is about. */
	readonly from: number;
	readonly message: number;
	/** Slots that begin with a digit in every log. */
	readonly numbers: readonly number[];
	/** Where the level lay in the line matched last. */
	levelStart: number;
	levelEnd: number;
};

/** The layouts that lines of one beginning may have, in the order in which they are asked: those behind a letter that is the level come last. */
export type LayoutGroup = {readonly usual: readonly OpenLogLayout[]; readonly templates: TemplateList; readonly behindLetter: readonly OpenLogLayout[]};

function openLayout({pattern, level}: LogLayout, row: number): OpenLogLayout {
	const template = new Template(pattern);
	const [levelSlot, time, user, host, from, message] = ['level', 'time', 'user', 'host', 'sourceAddress', 'message'].map(name => template.slot(name));
	return {row, template, levelIs: level, level: levelSlot!, time: time!, user: user!, host: host!, from: from!, message: message!, names: slotsOf(template, 'logger', 'process'), numbers: slotsOf(template, 'pid', 'tid'), levelStart: 0, levelEnd: 0};
}

const slotsOf = (template: Template, ...names: readonly string[]): readonly number[] => names.map(name => template.slot(name)).filter(slot => slot >= 0);

/** Shared by all readers: what a match found is used before the next line is looked at. */
const layouts = logLayouts.map((layout, row) => ({pattern: layout.pattern, open: openLayout(layout, row)}));

/** By their rows. */
export const allLayouts: readonly OpenLogLayout[] = layouts.map(({open}) => open);

/** The layout that asks for the most. */
export const fullestLayout = allLayouts[0]!;

const behindLetter = allLayouts.filter(({levelIs}) => levelIs === 'head');

function groupWithout(...heads: readonly string[]): LayoutGroup {
	const usual = layouts.filter(({pattern, open}) => open.levelIs !== 'head' && heads.every(head => !pattern.startsWith(head))).map(({open}) => open);
	return {usual, templates: new TemplateList(usual.map(({template}) => template)), behindLetter};
}

/** Those that a line may have which begins with a bracket, with a time, or with neither. */
export const layoutsBy = {bracket: groupWithout('{time}'), time: groupWithout('['), other: groupWithout('{time}', '[')};

/** Whether a text that fits the template has a word where a name must be, and a digit where a number must. Loops: a function made anew for every line costs more than what it looks at. */
export function hasNamesAndNumbers({template, names, numbers}: OpenLogLayout, bytes: Uint8Array, end: number): boolean {
	for (const slot of names) {
		if (!isOneWord(bytes, template.starts[slot]!, template.ends[slot]!)) {
			return false;
		}
	}

	for (const slot of numbers) {
		if (!isDigit(bytes[afterSpaces(bytes, template.starts[slot]!, end)])) {
			return false;
		}
	}

	return true;
}

/** Where the name of a logger stands that may as well be the head of a known sentence with a colon (`Upgraded: nginx-1.20.1` of dnf.rpm.log); -1 where no such sentence begins so. */
export function namedStart({template, names}: OpenLogLayout, bytes: Uint8Array): number {
	const start = names.length > 0 ? template.starts[names[0]!]! : -1;
	return start >= 0 && canBeLogged(bytes, start) ? start : -1;
}

/** A logger has no spaces in its name: what has is a sentence with a colon in it. */
const isOneWord = (bytes: Uint8Array, start: number, end: number): boolean => nextByte(bytes, ascii.space, start, beforeSpaces(bytes, start, end)) < 0;
