import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';

/**
Ink takes every row apart into characters and asks for the width of each, for every frame anew: its cache lives as long as one frame. Of the 40 rows of a
screen one or two change, so in our bundle the cache lives on; that is more than half of what a frame costs. It is emptied before it grows large.
*/
export const inkRowCache: Plugin = {
	name: 'ink-row-cache',
	setup(build) {
		build.onLoad({filter: /\/ink\/build\/output\.js$/}, async ({path}) => {
			const source = await readFile(path, 'utf8');
			if (source.split(cachePerFrame).length !== 2) {
				throw new Error(`${path} has no '${cachePerFrame}' any more: look how this Ink keeps what it knows of rows`);
			}

			return {contents: source.replace(cachePerFrame, 'caches = cachesForFrame();') + cacheForManyFrames};
		});
	},
};

const cachePerFrame = 'caches = new OutputCaches();';

/** Some twenty screens of rows. */
const cacheForManyFrames = `
let keptCaches = new OutputCaches();
function cachesForFrame() {
	if (keptCaches.styledChars.size > 2000) {
		keptCaches = new OutputCaches();
	}

	return keptCaches;
}
`;
