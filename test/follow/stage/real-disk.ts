import fs from 'node:fs';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import type {ScriptGround} from './scripted-log.ts';

/** A folder of the machine on which a script is played. Scripts name their files in `/logs`. */
export class RealDisk implements ScriptGround {
	readonly #folder: string;
	readonly #held = new Set<number>();

	constructor(folder: string) {
		this.#folder = folder;
		fs.mkdirSync(this.#folder, {recursive: true});
	}

	at(file: string): string {
		return path.join(this.#folder, path.basename(file));
	}

	create(file: string): void {
		fs.writeFileSync(this.at(file), '');
	}

	has(file: string): boolean {
		return fs.existsSync(this.at(file));
	}

	hold(file: string): (text: string) => void {
		const fd = fs.openSync(this.at(file), 'a');
		this.#held.add(fd);
		return text => {
			fs.writeSync(fd, text);
		};
	}

	bytesOf(file: string): Uint8Array {
		return fs.readFileSync(this.at(file));
	}

	truncate(file: string, toBytes: number): void {
		fs.truncateSync(this.at(file), toBytes);
	}

	copy(from: string, to: string): void {
		fs.rmSync(this.at(to), {force: true});
		fs.copyFileSync(this.at(from), this.at(to));
	}

	rename(from: string, to: string): void {
		fs.renameSync(this.at(from), this.at(to));
	}

	remove(file: string): void {
		fs.rmSync(this.at(file), {force: true});
	}

	link(target: string, file: string): void {
		fs.symlinkSync(path.basename(target), this.at(file));
	}

	pack(file: string): void {
		const packed = gzipSync(this.bytesOf(file));
		const archive = `${this.at(file)}.gz`;
		// A packer never writes over an archive that is there, which may be open in a reader: it removes it first (gzip -f) or has it rotated away (logrotate).
		fs.rmSync(archive, {force: true});
		fs.writeFileSync(archive, packed, {flag: 'wx'});
		this.remove(file);
	}

	emptyFolder(): void {
		fs.rmSync(this.#folder, {recursive: true});
		fs.mkdirSync(this.#folder);
	}

	/** The superuser reads everything: what is refused is played on the disk in memory. */
	refuse(): void {
		throw new Error('files of the machine are never refused in a test');
	}

	close(): void {
		for (const fd of this.#held) {
			fs.closeSync(fd);
		}
	}
}
