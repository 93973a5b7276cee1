import type {ByteRun, EventDraft} from '../../domain/event-draft.ts';
import type {Foreign} from '../../domain/foreign.ts';
import {decodeForeign} from '../../text/foreign.ts';
import type {Format, FormatReader, ReaderKit, RecordFacts} from '../format.ts';
import {type KeyLists, hasOneOf, keyLists} from '../json/json-candidates.ts';
import type {JsonMembers} from '../json/json-members.ts';
import {jsonText} from '../json/json-text.ts';
import {jsonKinds} from '../json/json-values.ts';
import type {FreeNumberRuns} from '../line-memory/free-numbers.ts';
import {LineTime} from '../line-memory/line-time.ts';
import {readCloudTime} from '../time/find-time.ts';
import {Stamp} from '../time/stamp.ts';
import {freeCells} from './free-cells.ts';
import type {TableCells} from './table-cells.ts';
import {columnsOf, type TableColumns} from './table-columns.ts';
import {TableRows} from './table-rows.ts';

const members = [
	...['TimeGenerated', 'TimeGenerated [UTC]', 'TimeGenerated [Local Time]'].flatMap(time => ['Type', 'TenantId', 'SourceSystem', 'Computer'].map(other => [time, other])),
	// what hunting in Microsoft Defender gives
	...['DeviceName', 'ReportId'].map(other => ['Timestamp', 'ActionType', other]),
	['Timestamp [UTC]', 'ActionType'],
];

/** Rows of the tables of Azure Monitor, Microsoft Sentinel and Defender, saved as JSON: an object a row, whose members are the columns that the same table has in CSV. */
export const azureTables: Format = {
	name: 'azure-tables',
	title: 'Tables of Azure Monitor and Microsoft Sentinel as JSON',
	framing: 'json',
	members,
	open: kit => new AzureTablesReader(kit),
};

/** Kinds of rows kept; a file has few. */
const mostShapes = 256;

class AzureTablesReader implements FormatReader {
	readonly #json: JsonMembers;
	readonly #keys: KeyLists = keyLists(members);
	readonly #rows: TableRows;
	readonly #cells: MemberCells;
	/** By the shape of a row, what its columns mean. */
	readonly #shapes = new Map<number, TableColumns | undefined>();
	readonly time: LineTime;

	constructor({hints, json}: ReaderKit) {
		this.#json = json;
		const stamp = new Stamp(hints);
		this.#cells = new MemberCells(json);
		this.#rows = new TableRows(stamp, this.#cells);
		this.time = new LineTime(stamp, readCloudTime, {freeRuns: bytes => this.#freeRuns(bytes)});
	}

	#freeRuns(bytes: Uint8Array): FreeNumberRuns | undefined {
		const columns = this.#columns(bytes);
		return columns === undefined ? undefined : freeCells(this.#cells, columns, this.#rows.messageOf(columns));
	}

	/** What the columns of the record mean; undefined where it has none that tell more than a time. */
	#columns(bytes: Uint8Array): TableColumns | undefined {
		const {shape} = this.#json;
		if (!this.#shapes.has(shape)) {
			if (this.#shapes.size >= mostShapes) {
				this.#shapes.clear();
			}

			this.#shapes.set(shape, this.#meant(bytes));
		}

		return this.#shapes.get(shape);
	}

	#meant(bytes: Uint8Array): TableColumns | undefined {
		const {count, keyStarts, keyEnds} = this.#json;
		const names = Array.from({length: count}, (_, member) => jsonText(bytes, keyStarts[member]!, keyEnds[member]!));
		const columns = columnsOf(names);
		return columns !== undefined && columns.deeds.length + columns.message.length + columns.user.length > 0 ? columns : undefined;
	}

	read(bytes: Uint8Array, start: number, end: number, draft: EventDraft): boolean {
		const columns = this.#json.read(bytes, start, end) && hasOneOf(this.#keys, this.#json) ? this.#columns(bytes) : undefined;
		if (columns === undefined || !this.#rows.read(bytes, columns, draft)) {
			return false;
		}

		this.#rows.giveTime(this.time);
		return true;
	}

	describe(bytes: Uint8Array): RecordFacts {
		return this.#rows.describe(bytes, this.#json.read(bytes, 0, bytes.length) ? this.#columns(bytes) : undefined);
	}
}

/** The members of an object as the cells of a row. */
class MemberCells implements TableCells {
	readonly #json: JsonMembers;

	constructor(json: JsonMembers) {
		this.#json = json;
	}

	get count(): number {
		return this.#json.count;
	}

	get starts(): ArrayLike<number> {
		return this.#json.starts;
	}

	get ends(): ArrayLike<number> {
		return this.#json.ends;
	}

	has(cell: number): boolean {
		const {count, kinds, starts, ends} = this.#json;
		return cell < count && kinds[cell] !== jsonKinds.null && ends[cell]! > starts[cell]!;
	}

	text(bytes: Uint8Array, cell: number): Foreign {
		const {kinds, starts, ends} = this.#json;
		return kinds[cell] === jsonKinds.string ? jsonText(bytes, starts[cell]!, ends[cell]!) : decodeForeign(bytes, starts[cell], ends[cell]);
	}

	setRun(run: ByteRun, _: Uint8Array, cell: number): void {
		this.#json.setText(run, cell);
	}
}
