import {foreignText} from '../../../source/domain/foreign.ts';
import {notedEngine} from '../../view/appliance.ts';
import type {Rig, RigOptions} from '../screen-rig.tsx';
import {ascii, small, upwards, type Scene} from './scene.ts';

/** Somebody who has named a notes file already. */
const writing: RigOptions = {writing: {path: './ledgerline-notes.jsonl', author: foreignText('dana'), draft: undefined}};

/** Answers the questions of an event written by hand, one after the other. */
async function writeEvent(rig: Rig, answers: readonly string[]): Promise<void> {
	await rig.press('up', 'A');
	for (const answer of answers) {
		// eslint-disable-next-line no-await-in-loop -- one question after the other
		await rig.type(answer);
		// eslint-disable-next-line no-await-in-loop -- likewise
		await rig.press('enter');
	}
}

/** Screens of notes and events written by hand. */
export const notesScenes: readonly Scene[] = [
	{name: 'notes', shows: 'which event has a note, what was written by hand, and a note whose event is not there', engine: notedEngine, act: async rig => rig.press('up')},
	{name: 'notes-ascii', shows: 'the same without Unicode and colour', engine: notedEngine, options: ascii, act: async rig => rig.press('up')},
	{name: 'notes-small', shows: 'the same on a small screen', engine: notedEngine, options: small, act: async rig => rig.press('up')},
	{name: 'note-in-details', shows: 'the note on an event, with who wrote it and when', engine: notedEngine, act: async rig => rig.press(...upwards(9), 'enter')},
	{name: 'note-in-details-small', shows: 'the same on a small screen', engine: notedEngine, options: small, act: async rig => rig.press(...upwards(9), 'enter')},
	{name: 'note-of-event', shows: 'which event a note is on', engine: notedEngine, act: async rig => rig.press(...upwards(8), 'enter')},
	{name: 'note-followed', shows: 'the event that the note led to', engine: notedEngine, act: async rig => rig.press(...upwards(8), 'enter', 'enter')},
	{name: 'note-without-event', shows: 'that the event of a note is not there', engine: notedEngine, act: async rig => rig.press('up', 'enter')},
	{name: 'notes-file-box', shows: 'where notes would be kept, asked once', act: async rig => rig.press('up', 'a')},
	{name: 'note-box', shows: 'a note being written, and what it is on', options: writing, async act(rig) {
		await rig.press(...upwards(6), 'a');
		await rig.type('nobody asked for this');
	}},
	{name: 'note-box-small', shows: 'the same on a small screen', options: {...small, ...writing}, act: async rig => rig.press('up', 'a')},
	{name: 'event-when', shows: 'the first question of an event written by hand', options: writing, act: async rig => rig.press('up', 'A')},
	{name: 'event-type', shows: 'the second question', options: writing, act: async rig => writeEvent(rig, [''])},
	{name: 'event-device', shows: 'the third question', options: writing, act: async rig => writeEvent(rig, ['', ''])},
	{name: 'event-text', shows: 'the fourth question', options: writing, act: async rig => writeEvent(rig, ['', '', '10.2.1.14'])},
	{name: 'event-author', shows: 'the last question', options: writing, act: async rig => writeEvent(rig, ['', '', '', 'cable pulled'])},
	{name: 'event-author-small', shows: 'the same on a small screen', options: {...small, ...writing}, act: async rig => writeEvent(rig, ['', '', '', 'cable pulled'])},
];
