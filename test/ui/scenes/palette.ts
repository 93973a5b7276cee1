import {ascii, small, type Scene} from './scene.ts';

/** Screens of the palette and saved views. */
export const paletteScenes: readonly Scene[] = [
	{name: 'palette-sources', shows: 'what there is to do with a source', async act(rig) {
		await rig.press(':');
		await rig.type('audit source');
	}},
	{name: 'palette', shows: 'everything by its name, one\'s own views first', options: {ownViews: [{name: 'night resets', line: 'since=-12h action=password-reset'}]}, act: async rig => rig.press(':', 'down')},
	{name: 'view-removing', shows: 'what the second Enter does', options: {ownViews: [{name: 'night resets', line: 'since=-12h action=password-reset'}]}, async act(rig) {
		await rig.press(':');
		await rig.type('remove night');
		await rig.press('enter');
	}},
	{name: 'view-renaming', shows: 'the name it has, to be changed', options: {ownViews: [{name: 'night resets', line: 'since=-12h action=password-reset'}]}, async act(rig) {
		await rig.press(':');
		await rig.type('rename night');
		await rig.press('enter');
	}},
	{name: 'palette-typed', shows: 'what fits the letters, keys beside, what is off with its reason', async act(rig) {
		await rig.press(':');
		await rig.type('ex');
	}},
	{name: 'palette-small', shows: 'the palette on a small screen', options: small, async act(rig) {
		await rig.press(':');
		await rig.type('log');
	}},
	{name: 'palette-ascii', shows: 'the palette without Unicode and colour', options: ascii, async act(rig) {
		await rig.press(':');
		await rig.type('theme');
	}},
	{name: 'save-view', shows: 'a name for the present filters', async act(rig) {
		await rig.press('up', '+', 's');
		await rig.type('odd logins');
	}},
];
