import {wide, small, upwards, type Scene} from './scene.ts';

/** Screens of the details. */
export const detailsScenes: readonly Scene[] = [
	{name: 'last-login', shows: 'who came in before an event that names nobody, as a hint', act: async rig => rig.press(...upwards(6), 'enter', 'pagedown', 'pagedown')},
	{name: 'details', shows: 'every field of the event, below the timeline', async act(rig) {
		await rig.press('up', 'up', 'up', 'up', 'up', 'enter', 'down', 'down');
	}},
	{name: 'details-related', shows: 'what else there is of the same user and device', async act(rig) {
		await rig.press('up', 'up', 'up', 'enter', 'pagedown', 'pagedown');
	}},
	{name: 'details-wide', shows: 'details beside the timeline', options: wide, act: async rig => rig.press('up', 'up', 'up', 'up', 'up', 'enter')},
	{name: 'details-small', shows: 'details take the whole screen', options: small, act: async rig => rig.press('enter')},
	{name: 'details-hex', shows: 'the bytes of the record', act: async rig => rig.press('enter', 'x')},
];
