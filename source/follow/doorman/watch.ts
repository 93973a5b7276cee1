import path from 'node:path';
import chokidar from 'chokidar';
import {absolutePath} from '../disk/absolute-path.ts';

/** Called when something may have happened to `name` in `folder`; a look has to find out what. */
export type OnRing = (folder: string, name: string | undefined) => void;

export type Doorbell = {close(): void | Promise<void>};

/** Opens a doorbell on a folder. `onSilent` is told why it will not ring any more. */
export type OpenDoorbell = (folder: string, onRing: OnRing, onSilent: (code: string) => void) => Doorbell;

/**
Watches the folder, never a file: a watch on a file follows the renamed file away.
Everything inside is ignored, so that chokidar neither looks at files nor spends an inotify watch on each; its `raw` event still tells of them.
`raw` is used because chokidar holds its other events back for 10 to 50 ms to merge them, longer than a whole generation may live.
*/
export const openDoorbell: OpenDoorbell = (folder, onRing, onSilent) => {
	const watcher = chokidar.watch(folder, {
		ignored: inside => absolutePath(inside) !== absolutePath(folder),
		ignoreInitial: true,
		depth: 0,
		alwaysStat: false,
		atomic: false,
	});
	watcher.on('raw', (_event, name) => {
		onRing(folder, typeof name === 'string' ? path.basename(name) : undefined);
	});
	watcher.on('all', () => {
		onRing(folder, undefined);
	});
	watcher.on('error', error => {
		onSilent((error as NodeJS.ErrnoException).code ?? 'unknown error');
	});
	return {
		async close() {
			await watcher.close();
		},
	};
};
