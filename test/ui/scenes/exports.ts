import type {ErrandNews, Errands} from '../../../source/view/errands.ts';
import {noErrands} from '../../view/no-errands.ts';
import {small, type Scene} from './scene.ts';

/** An export of which this is told at once. */
const exportTold = (news: ErrandNews): Errands['export'] => (_errand, tell) => {
	queueMicrotask(() => {
		tell(news);
	});
	return () => undefined;
};

/** Screens of exports. */
export const exportsScenes: readonly Scene[] = [
	{name: 'export-box', shows: 'where an export would go, and in what form', act: async rig => rig.press('e')},
	{name: 'export-box-small', shows: 'the same on a small screen', options: small, act: async rig => rig.press('e')},
	{name: 'export-exists', shows: 'that the file exists, and what Enter would do', options: {errands: {...noErrands, export: exportTold({type: 'question', sentence: 'exists, 312 kB'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-running', shows: 'how far it is, and how to stop it', options: {errands: {...noErrands, export: exportTold({type: 'progress', sentence: 'exporting 43 %'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-done', shows: 'what was written where', options: {errands: {...noErrands, export: exportTold({type: 'over', sentence: '21 events and 1 hole written to ledgerline-20260303-091000.csv (CSV, 9 kB)'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-unfit', shows: 'why nothing may be written there', options: {errands: {...noErrands, export: exportTold({type: 'unfit', sentence: 'is in a folder watched for logs'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-unfit-small', shows: 'the same on a small screen', options: {...small, errands: {...noErrands, export: exportTold({type: 'unfit', sentence: 'is in a folder watched for logs'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-failed', shows: 'why an export failed, and that nothing was kept', options: {errands: {...noErrands, export: exportTold({type: 'over', sentence: 'not exported: the disk of /evidence is full after 9 kB; nothing was kept'})}}, act: async rig => rig.press('e', 'enter')},
	{name: 'export-running-small', shows: 'how far it is on a small screen', options: {...small, errands: {...noErrands, export: exportTold({type: 'progress', sentence: 'exporting 43 %'})}}, act: async rig => rig.press('e', 'enter')},
];
