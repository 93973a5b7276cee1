import type {Rig} from '../screen-rig.tsx';
import {ascii, wide, small, type Scene} from './scene.ts';

/** Alerts alone, a search among them, and what stood around its hits. */
async function searchAmongAlerts(rig: Rig): Promise<void> {
	await rig.press(':');
	await rig.type('alerts');
	await rig.press('enter', '/');
	await rig.type('10.2.1.14');
	await rig.press('enter', 'C');
}

/** Screens of searches, context and the box for times. */
export const searchScenes: readonly Scene[] = [
	{name: 'search-hits-wide', shows: 'where the hits lie, on the strip of a wide screen', options: wide, async act(rig) {
		await rig.press('/');
		await rig.type('dana');
		await rig.press('enter', 'N');
	}},
	{name: 'search-fuzzy-refused', shows: 'why a fuzzy search cannot be kept, above the box', options: small, async act(rig) {
		await rig.press('/');
		await rig.type('dnadm');
		await rig.press('ctrl+t', 'enter', '&');
	}},
	{name: 'search-typing', shows: 'hits while typing, marked, with the box under the fingers', async act(rig) {
		await rig.press('f', 'f', '/');
		await rig.type('dana');
	}},
	{name: 'search-hits', shows: 'which hit of how many', async act(rig) {
		await rig.press('ctrl+f');
		await rig.type('password');
		await rig.press('enter', 'N', 'N');
	}},
	{name: 'search-hits-ascii', shows: 'hits in brackets', options: ascii, async act(rig) {
		await rig.press('f', 'f', '/');
		await rig.type('dana');
		await rig.press('enter');
	}},
	{name: 'search-trouble', shows: 'what is wrong with the text, and where', async act(rig) {
		await rig.press('/');
		await rig.type('"dana');
	}},
	{name: 'search-fuzzy', shows: 'letters in order, and how far the search looks', async act(rig) {
		await rig.press('/');
		await rig.type('pswd spprt');
		await rig.press('ctrl+t');
	}},
	{name: 'search-fuzzy-small', shows: 'the same on a small screen', options: small, async act(rig) {
		await rig.press('/');
		await rig.type('dnadm');
		await rig.press('ctrl+t', 'enter', 'N');
	}},
	{name: 'search-small', shows: 'the search box on a small screen', options: small, async act(rig) {
		await rig.press('/');
		await rig.type('reset');
	}},
	{name: 'context', shows: 'rows around the hits that the filters hide, told from the others', act: async rig => searchAmongAlerts(rig)},
	{name: 'context-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => searchAmongAlerts(rig)},
	{name: 'context-small', shows: 'the same on a small screen', options: small, act: async rig => searchAmongAlerts(rig)},
	{name: 'context-wide', shows: 'the same with more columns, the device that was found marked', options: wide, act: async rig => searchAmongAlerts(rig)},
	{name: 'context-of-filters', shows: 'rows around what the filters show', async act(rig) {
		await rig.press(':');
		await rig.type('alerts');
		await rig.press('enter', 'C');
	}},
	{name: 'search-kept', shows: 'the search as a filter', async act(rig) {
		await rig.press('/');
		await rig.type('dana');
		await rig.press('enter', '&');
	}},
	{name: 'time-typing', shows: 'what the typed time means, before going there', async act(rig) {
		await rig.press('@');
		await rig.type('yesterday 14:00');
	}},
	{name: 'time-trouble', shows: 'where the words stop being a time', async act(rig) {
		await rig.press('T');
		await rig.type('9:06 o tea');
	}},
	{name: 'time-reached', shows: 'the first event from that time on', async act(rig) {
		await rig.press('@');
		await rig.type('09:06');
		await rig.press('enter');
	}},
	{name: 'search-completing', shows: 'values of a field in the search box', async act(rig) {
		await rig.press('/');
		await rig.type('reset user:s');
	}},
];
