import path from 'node:path';
import {Buffer} from 'node:buffer';
import {gzipSync} from 'node:zlib';
import type {Disk, FileFacts, Handle, Refusal} from '../../../source/follow/disk/disk.ts';
import {FileClock} from './file-clock.ts';

/** One physical file. */
type Node = {
	readonly inode: bigint;
	readonly kind: FileFacts['kind'];
	readonly bornNs: bigint;
	bytes: Uint8Array;
	modifiedMs: number;
};

/**
A file system in memory, small and obvious, with faults on demand.
Inode numbers are reused as soon as a file is gone and closed, as ext4 does.
*/
export class MemoryDisk implements Disk {
	readonly #names = new Map<string, Node>();
	readonly #links = new Map<string, string>();
	readonly #handles = new Map<Handle, Node>();
	readonly #refusals = new Map<string, string>();
	/** Of files without one. */
	readonly #lastNames = new WeakMap<Node, string>();
	readonly #meantime = new Map<Node, Array<() => void>>();
	#nextHandle = 3;
	readonly clock = new FileClock();

	/** The folder of a file whose name came or went. */
	#touchFolder(file: string): void {
		this.clock.date(this.#names.get(path.dirname(file)));
	}

	#factsFrom(node: Node): FileFacts {
		const {kind, inode, bornNs, bytes, modifiedMs} = node;
		const links = this.#names.values().filter(each => each === node).toArray().length;
		return {kind, device: 1n, inode, bornNs, links, sizeBytes: bytes.length, modifiedMs};
	}

	/** What lies there, for those whom no refusal concerns. */
	#lyingAt(file: string): Node {
		return this.#names.get(this.#links.get(file) ?? file)!;
	}

	get openHandles(): number {
		return this.#handles.size;
	}

	factsOf(file: string): FileFacts | Refusal {
		const node = this.nodeAt(file);
		return 'refused' in node ? node : this.#factsFrom(node);
	}

	factsOfHandle(handle: Handle): FileFacts | Refusal {
		return this.#factsFrom(this.#handles.get(handle)!);
	}

	targetOf(file: string): string | Refusal {
		return this.#links.get(file) ?? file;
	}

	pathOf(handle: Handle): string | Refusal {
		const node = this.#handles.get(handle)!;
		const named = this.#names.entries().find(([, each]) => each === node);
		return named?.[0] ?? `${this.#lastNames.get(node)!} (deleted)`;
	}

	isLink(file: string): boolean {
		return this.#links.has(file);
	}

	open(file: string): Handle | Refusal {
		const node = this.nodeAt(file);
		if ('refused' in node) {
			return node;
		}

		const refused = this.#refusals.get(file) ?? this.#refusals.get('every open');
		if (refused !== undefined) {
			return {refused};
		}

		const handle = this.#nextHandle++;
		this.#handles.set(handle, node);
		return handle;
	}

	read(handle: Handle, into: Uint8Array, offsetBytes: number): number | Refusal {
		const refused = this.#refusals.get('every read');
		if (refused !== undefined) {
			return {refused};
		}

		const node = this.#handles.get(handle)!;
		const piece = node.bytes.subarray(offsetBytes, offsetBytes + into.length);
		into.set(piece);
		this.#meantime.get(node)?.shift()?.();
		return piece.length;
	}

	/** What another process does the moment after a file was read once, twice and so on. */
	meanwhile(file: string, ...acts: ReadonlyArray<() => void>): void {
		this.#meantime.set(this.#lyingAt(file), [...acts]);
	}

	close(handle: Handle): void {
		if (!this.#handles.delete(handle)) {
			throw new Error(`closed twice: ${handle}`);
		}
	}

	namesIn(folder: string): readonly string[] | Refusal {
		const refused = this.#refusals.get(folder);
		return refused === undefined
			? [...this.#names.keys(), ...this.#links.keys()].filter(file => path.dirname(file) === folder).map(file => path.basename(file))
			: {refused};
	}

	glob(): readonly string[] {
		return [];
	}

	/** Whom it refuses, it does not know. */
	barTo(): undefined {
		return undefined;
	}

	/** Whether anything is refused. */
	get isForbidden(): boolean {
		return this.#refusals.size > 0;
	}

	/** Makes opening a path, listing a folder, `every open` or `every read` fail; `undefined` ends it. */
	refuse(what: string, code: string | undefined): void {
		if (code === undefined) {
			this.#refusals.delete(what);
		} else {
			this.#refusals.set(what, code);
		}
	}

	create(file: string, kind: FileFacts['kind'] = 'file'): void {
		const used = new Set([...this.#names.values(), ...this.#handles.values()].map(({inode}) => inode));
		let inode = 1n;
		while (used.has(inode)) {
			inode++;
		}

		this.#touchFolder(file);
		this.#names.set(file, {inode, kind, bornNs: this.clock.nowNs, bytes: new Uint8Array(0), modifiedMs: this.clock.nowMs});
	}

	has(file: string): boolean {
		return this.#names.has(file) || this.#links.has(file);
	}

	/** A writer's hold on a file, which survives renaming. */
	hold(file: string): (text: string) => void {
		const node = this.#lyingAt(file);
		return text => {
			node.bytes = Buffer.concat([node.bytes, Buffer.from(text)]);
			this.clock.date(node);
		};
	}

	truncate(file: string, toBytes: number): void {
		const node = this.#lyingAt(file);
		node.bytes = node.bytes.slice(0, toBytes);
		this.clock.date(node);
	}

	/** Its last change has this time, whenever it was made: clocks that date files are coarse. */
	date(file: string, modifiedMs: number): void {
		this.#lyingAt(file).modifiedMs = modifiedMs;
	}

	fill(file: string, bytes: Uint8Array): void {
		const node = this.#lyingAt(file);
		node.bytes = new Uint8Array(bytes);
		this.clock.date(node);
	}

	copy(from: string, to: string): void {
		this.remove(to);
		this.create(to);
		this.fill(to, this.bytesOf(from));
	}

	rename(from: string, to: string): void {
		const [node, target] = [this.#names.get(from), this.#links.get(from)];
		this.remove(from);
		this.remove(to);
		if (node !== undefined) {
			this.#names.set(to, node);
		}

		if (target !== undefined) {
			this.#links.set(to, target);
		}
	}

	remove(file: string): void {
		const node = this.#names.get(file);
		if (node !== undefined) {
			this.#lastNames.set(node, file);
		}

		this.#names.delete(file);
		this.#links.delete(file);
		this.#touchFolder(file);
	}

	/** What gzip does with a file. */
	pack(file: string): void {
		this.create(`${file}.gz`);
		this.#lyingAt(`${file}.gz`).bytes = gzipSync(this.bytesOf(file));
		this.remove(file);
	}

	emptyFolder(): void {
		for (const file of [...this.#names.keys(), ...this.#links.keys()]) {
			if (this.#names.get(file)?.kind !== 'folder') {
				this.remove(file);
			}
		}
	}

	/** A further name of the same file. */
	linkHard(from: string, to: string): void {
		this.#names.set(to, this.#names.get(from)!);
		this.#touchFolder(to);
	}

	link(target: string, file: string): void {
		this.#links.set(file, target);
	}

	bytesOf(file: string): Uint8Array {
		return this.#lyingAt(file).bytes;
	}

	nodeAt(file: string): Node | Refusal {
		const folder = path.dirname(file);
		return this.#refusals.has(`${folder}/`) ? {refused: this.#refusals.get(`${folder}/`)!} : this.#names.get(this.#links.get(file) ?? file) ?? {refused: 'ENOENT'};
	}
}
