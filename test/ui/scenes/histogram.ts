import {ascii, wide, widest, small, leftwards, rightwards, type Scene} from './scene.ts';

/** Screens of the histogram as a pane. */
export const histogramScenes: readonly Scene[] = [
	{name: 'histogram-range-wide', shows: 'a range chosen on a wide screen, counted', options: wide, act: async rig => rig.press('5', ...leftwards(20), '[', ...rightwards(8), ']')},
	{name: 'histogram-range-widest', shows: 'the same on the widest', options: widest, act: async rig => rig.press('5', ...leftwards(40), 'space', ...rightwards(16), 'space')},
	{name: 'histogram-range-small', shows: 'the same on a small screen', options: small, act: async rig => rig.press('5', ...leftwards(10), 'space', ...rightwards(4), 'space')},
	{name: 'histogram-pane', shows: 'the bar under the cursor in words', act: async rig => rig.press('5', ...leftwards(17))},
	{name: 'histogram-range', shows: 'a range from begin to end, marked and counted', act: async rig => rig.press('5', ...leftwards(17), '[', ...rightwards(9), ']')},
	{name: 'histogram-range-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => rig.press('5', ...leftwards(17), 'space', ...rightwards(9), 'space')},
	{name: 'histogram-range-shown', shows: 'only the range, with chips', act: async rig => rig.press('5', ...leftwards(17), '[', ...rightwards(9), ']', 'enter')},
	{name: 'histogram-zoomed', shows: 'a quarter of the time', act: async rig => rig.press('5', ...leftwards(17), '+', '+')},
	{name: 'histogram-pane-wide', shows: 'three rows, the cursor and the times below', options: wide, act: async rig => rig.press('5', ...leftwards(25))},
	{name: 'histogram-pane-small', shows: 'the histogram as the whole body', options: small, act: async rig => rig.press('5', 'left', 'left', '[')},
];
