import test from 'ava';
import {applianceEngine} from '../view/appliance.ts';
import {holdGolden} from './golden.ts';
import {detailsScenes} from './scenes/details.ts';
import {exportsScenes} from './scenes/exports.ts';
import {filtersScenes} from './scenes/filters.ts';
import {histogramScenes} from './scenes/histogram.ts';
import {notesScenes} from './scenes/notes.ts';
import {pagesScenes} from './scenes/pages.ts';
import {paletteScenes} from './scenes/palette.ts';
import {searchScenes} from './scenes/search.ts';
import {timelineScenes} from './scenes/timeline.ts';
import {screenRig} from './screen-rig.tsx';

const scenes = [...timelineScenes, ...filtersScenes, ...detailsScenes, ...notesScenes, ...exportsScenes, ...paletteScenes, ...searchScenes, ...histogramScenes, ...pagesScenes];

for (const {name, shows, options, engine: open = applianceEngine, act} of scenes) {
	test(`screen ${name}: ${shows}`, async t => {
		const engine = open();
		const rig = await screenRig(engine, options);
		await act?.(rig, engine);
		holdGolden(t, name, rig.picture());
		await rig.close();
	});
}
