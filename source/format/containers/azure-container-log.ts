import {ByteRun} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {ascii, bytesOf, isWordAt} from '../bytes/byte-text.ts';
import type {Format, ReaderKit} from '../format.ts';
import {jsonFields} from '../json/json-fields.ts';
import {JsonLookup, jsonPaths} from '../json/json-lookup.ts';
import {Stamp} from '../time/stamp.ts';
import {readIsoTime} from '../time/time-iso.ts';
import {ContainedReader, type Keeper} from './contained-reader.ts';
import {streams} from './contained-text.ts';

/** What the parts of a cluster of Azure's (AKS) wrote, audit events of Kubernetes among them, as its resource logs keep it: the text is a string in `properties.log`. */
export const azureContainerLog: Format = {
	name: 'azure-container-log',
	title: 'Container logs (Azure Kubernetes Service)',
	framing: 'json',
	members: [['category', 'properties', 'time']],
	open: kit => new ContainedReader(new AzureKeeper(kit), kit),
};

const places = {category: jsonPaths('category'), log: jsonPaths('properties > log'), pod: jsonPaths('properties > pod', 'properties > containerID'), stream: jsonPaths('properties > stream'), time: jsonPaths('time')};

const errors = bytesOf('stderr');

class AzureKeeper implements Keeper {
	readonly #lookup: JsonLookup;
	readonly stamp: Stamp;
	readonly text = new ByteRun();
	stream = 0;

	constructor({hints, json}: ReaderKit) {
		this.stamp = new Stamp(hints);
		this.#lookup = new JsonLookup(json);
	}

	get isOneRecord(): true {
		return true;
	}

	/** Lines are whole. */
	get isPart(): boolean {
		return false;
	}

	/** All members by which such a record is known must be there: others are not asked about here. */
	read(bytes: Uint8Array, start: number, end: number): boolean {
		const lookup = this.#lookup;
		if (!lookup.open(bytes, start, end) || !lookup.find(places.category) || !lookup.find(places.pod) || !lookup.find(places.time) || !readIsoTime(bytes, lookup.start, lookup.end, this.stamp)) {
			return false;
		}

		this.stream = lookup.find(places.stream) && isWordAt(bytes, lookup.start, lookup.end, errors) ? streams.indexOf('stderr') : 0;
		if (!lookup.find(places.log)) {
			return false;
		}

		lookup.giveTo(this.text);
		this.text.end -= this.text.bytes[this.text.end - 1] === ascii.newline ? 1 : 0;
		return true;
	}

	fields(bytes: Uint8Array): readonly Field[] {
		return jsonFields(bytes, 0, bytes.length).filter(({name}) => !toldElsewhere.has(name));
	}
}

/** Told as the message and the time. */
const toldElsewhere: ReadonlySet<string> = new Set(['properties.log', 'time']);
