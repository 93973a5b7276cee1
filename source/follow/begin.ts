import {admit} from './admit.ts';
import {join, type FollowedSource} from './followed-source.ts';
import {Generation} from './generation.ts';
import {siblingsOf} from './generations.ts';
import {lookAt} from './look.ts';
import {mark} from './marks.ts';
import {openFile, openSibling} from './open-generation.ts';
import {letGoOver, unreadCaps} from './pins.ts';
import {isSameFile} from './rotation.ts';

/** Finds the generations that are there. The live file is opened first: it is the one that may go any moment. */
export function begin(source: FollowedSource, nowMs: number): void {
	const {disk, description: {path}} = source;
	const sight = lookAt(disk, path);
	const live = admit(source, {sight, opened: sight.type === 'file' ? openFile(disk, path) : undefined}, nowMs);
	const siblings = siblingsOf(disk, path);
	const older = siblings.filter(({facts}) => live === undefined || !isSameFile(facts, live.facts));
	const unpinned = new Set(letGoOver(older, unreadCaps));
	const generations = older.map(sibling => sibling.archive !== undefined || unpinned.has(sibling) ? new Generation(sibling) : openSibling(disk, sibling));
	mark(source, live, siblings);
	join(source, [...generations, live].filter(generation => generation !== undefined));
	source.doorman.attend(path, live?.facts);
}
