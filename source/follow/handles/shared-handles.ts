import {packingAt} from '../archives/archive-beginning.ts';
import {holdingUp} from '../archives/archives.ts';
import {isRefusal, type Disk, type Handle, type Refusal} from '../disk/disk.ts';
import {archiveOf} from '../discovery/generation-names.ts';
import {identityKey} from '../rotation/rotation.ts';

/** A file that its user knows by a number of ours. */
type Lent = {readonly path: string; readonly identity: string};

/** Our numbers are higher than any descriptor can be (fs.nr_open, proc_sys_fs(5), is 2^30 at most). */
const firstNumber = 2 ** 30;

/** So many are closed at a time, so that listing a folder and whatever else needs a descriptor for a moment finds one. */
const closedTogether = 8;

/**
The same disk for a run that reads everything once. If descriptors run out (ulimit -n), the file that was not read for longest is closed, and opened
again when its turn comes, so that any number of logs can be read. Following must not do this: what it holds open may have lost its name.
*/
export function shareHandles(disk: Disk): Disk {
	const lent = new Map<Handle, Lent>();
	/** The open descriptors by our numbers, the one used last at the end. There are many more files without one, which are never iterated over. */
	const held = new Map<Handle, Handle>();
	let lastNumber = firstNumber;

	return {
		...disk,
		open,
		read: (number, into, offsetBytes) => withHandle(number, handle => disk.read(handle, into, offsetBytes)),
		factsOfHandle: number => withHandle(number, handle => disk.factsOfHandle(handle)),
		pathOf: number => withHandle(number, handle => disk.pathOf(handle)),
		namesIn: folder => makingRoom(() => disk.namesIn(folder)),
		close(number) {
			const handle = lent.delete(number) ? held.get(number) : number;
			held.delete(number);
			if (handle !== undefined) {
				disk.close(handle);
			}
		},
	};

	function open(path: string): Handle | Refusal {
		const handle = makingRoom(() => disk.open(path));
		if (isRefusal(handle) || archiveOf(path) !== undefined || isReadElsewhere(handle)) {
			return handle;
		}

		const facts = disk.factsOfHandle(handle);
		if (isRefusal(facts)) {
			disk.close(handle);
			return facts;
		}

		lent.set(++lastNumber, {path, identity: identityKey(facts)});
		held.set(lastNumber, handle);
		return lastNumber;
	}

	/** Some archives are read in another thread, by the number of their descriptor: they keep it, whatever their name. */
	function isReadElsewhere(handle: Handle): boolean {
		const packing = packingAt(disk, handle, 0);
		return packing !== undefined && holdingUp.has(packing);
	}

	function withHandle<Answer>(number: Handle, ask: (handle: Handle) => Answer): Answer | Refusal {
		const file = lent.get(number);
		if (file === undefined) {
			return ask(number);
		}

		const handle = held.get(number) ?? reopen(file);
		if (isRefusal(handle)) {
			return handle;
		}

		held.delete(number);
		held.set(number, handle);
		return ask(handle);
	}

	function reopen(file: Lent): Handle | Refusal {
		const handle = makingRoom(() => disk.open(file.path));
		if (isRefusal(handle)) {
			return handle;
		}

		const facts = disk.factsOfHandle(handle);
		if (isRefusal(facts) || identityKey(facts) !== file.identity) {
			disk.close(handle);
			return {refused: 'ESTALE'};
		}

		return handle;
	}

	function makingRoom<Answer>(ask: () => Answer | Refusal): Answer | Refusal {
		const answer = ask();
		return isRefusal(answer) && answer.refused === 'EMFILE' && hasClosedSome() ? makingRoom(ask) : answer;
	}

	function hasClosedSome(): boolean {
		const oldest = held.entries().take(closedTogether).toArray();
		for (const [number, handle] of oldest) {
			disk.close(handle);
			held.delete(number);
		}

		return oldest.length > 0;
	}
}
