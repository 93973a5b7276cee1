import {Buffer} from 'node:buffer';
import {Writable} from 'node:stream';
import {DrawnScreen} from './drawn-screen.ts';
import {type FrameMode, readFrame} from './frame-parser.ts';
import {KeyRows} from './key-rows.ts';
import {Listeners} from './listeners.ts';
import type {OutputLink} from './output-link.ts';
import {Pace} from './pace.ts';
import {TerminalPicture, type WantedPicture} from './terminal-picture.ts';
import type {Capabilities, Size} from './terminal.ts';
import {UnfinishedFrame} from './unfinished-frame.ts';

/**
A terminal for Ink's `render()` that sends only what changes the picture.

Ink's frames are drawn on a screen in memory, and at most one update is on its way to the real one. While the link is behind, new frames replace each other, and when it
has caught up it gets the newest: frames are dropped, never queued. Over a slow link a frame goes in portions; the next one follows when it is shown, or takes the place of its rest,
and the rows that a key has changed go ahead.
*/
export class DiffOutput extends Writable {
	readonly #link: OutputLink;
	readonly #capabilities: Capabilities;
	readonly #screen: DrawnScreen;
	readonly #picture: TerminalPicture;
	#mode: FrameMode = {isCursorShown: false, isFrameOpen: false};
	#isUpdateDue = false;
	#isUpdateHeldUp = false;
	readonly #unfinished = new UnfinishedFrame();
	readonly #keyRows = new KeyRows();
	readonly #pace = new Pace();
	#lostAnswerTimer: NodeJS.Timeout | undefined;
	#isHeld = true;
	/** Told with every answer while the link is known to be very slow. */
	readonly crawls = new Listeners<void>();
	columns: number;
	rows: number;
	frames = 0;
	droppedFrames = 0;

	constructor(link: OutputLink, {columns, rows}: Size, capabilities: Capabilities) {
		super({decodeStrings: false});
		Object.defineProperty(this, 'isTTY', {value: true});
		this.columns = columns;
		this.rows = rows;
		this.#link = link;
		this.#capabilities = capabilities;
		this.#screen = new DrawnScreen(columns, rows);
		this.#picture = new TerminalPicture(capabilities);
		link.onCaughtUp(() => {
			this.#sendHeldUp();
		});
	}

	/** Ink writes one frame in several pieces, all in one turn. */
	#scheduleUpdate(): void {
		if (this.#isUpdateDue) {
			return;
		}

		this.#isUpdateDue = true;
		queueMicrotask(() => {
			this.#isUpdateDue = false;
			if (this.#mode.isFrameOpen) {
				return;
			}

			this.#unfinished.overtake();
			this.#noteKeyRows();
			this.#update();
		});
	}

	#update(): void {
		if (this.#isHeld) {
			return;
		}

		const mostBytes = this.#pace.roomBytes(performance.now(), {isForKey: this.#keyRows.ranks.size > 0});
		if (mostBytes === 0 || this.#link.isBehind) {
			this.droppedFrames += this.#isUpdateHeldUp ? 1 : 0;
			this.#isUpdateHeldUp = true;
			this.#lookAgain();
			return;
		}

		const update = this.#nextUpdate(mostBytes);
		if (update !== '') {
			this.#send(this.#synchronised(update));
		} else if (this.#isUpdateHeldUp) {
			// Nothing was sent, so no answer will come that could trigger the newer frame.
			this.#update();
		}
	}

	/** Continues the unfinished frame; the newest one follows when that is complete. */
	#nextUpdate(mostBytes: number): string {
		this.#unfinished.giveUpOvertaken();
		const begun = this.#unfinished.picture;
		const wanted = begun ?? this.#newest();
		const {text, isWhole} = this.#picture.updateTo(wanted, {mostBytes, firstRows: this.#keyRows.ranks});
		this.#isUpdateHeldUp = !isWhole || begun !== undefined;
		if (isWhole) {
			this.#unfinished.finish();
			this.#keyRows.clear();
			this.frames += text === '' ? 0 : 1;
		} else if (begun === undefined) {
			this.#unfinished.begin(wanted);
		}

		return text;
	}

	#newest(): WantedPicture {
		return {cells: this.#screen.cells, cursor: this.#screen.cursor, isCursorShown: this.#mode.isCursorShown};
	}

	/** What a key changed does not wait behind what the log changed. */
	#noteKeyRows(): void {
		if (this.#pace.isPaced && this.#keyRows.see(this.#screen.cells, performance.now())) {
			this.#unfinished.drop();
		}
	}

	#send(update: string): void {
		if (!this.#isAsking) {
			this.#pace.sentUnasked(Buffer.byteLength(update));
			this.#link.send(update);
			return;
		}

		this.#pace.sent(Buffer.byteLength(update), performance.now(), busyMs());
		this.#link.send(update + question);
		this.#lookAgain();
	}

	/** Looks again without an answer, because it may never come. */
	#lookAgain(): void {
		clearTimeout(this.#lostAnswerTimer);
		this.#lostAnswerTimer = setTimeout(() => {
			this.#sendHeldUp();
		}, this.#pace.overdueInMs(performance.now()) + 1);
		this.#lostAnswerTimer.unref();
	}

	#sendHeldUp(): void {
		if (this.#isUpdateHeldUp) {
			this.#update();
		}
	}

	#tellCrawling(): void {
		if (this.#pace.isCrawling) {
			this.crawls.tell();
		}
	}

	get #isAsking(): boolean {
		return this.#capabilities.hasStatusReport && this.#pace.isAsking(performance.now());
	}

	/** Brackets a synchronised update. The brackets take 16 bytes, more than many updates that are too short to be seen half done. */
	#synchronised(update: string): string {
		return this.#capabilities.hasSynchronisedOutput && update.length > shortUpdateBytes
			? `\u{1B}[?2026h${update}\u{1B}[?2026l`
			: update;
	}

	/** For how many milliseconds an answer may still come; 0 when none is awaited. */
	get answerDueMs(): number {
		return this.#pace.answerDueMs(performance.now());
	}

	/** Sends nothing until `release`: the terminal belongs to somebody else. */
	hold(): void {
		this.#isHeld = true;
	}

	/** The terminal is ours again, and may show anything. */
	release(): void {
		this.#isHeld = false;
		this.#pace.forgetQuestions();
		if (this.#isAsking) {
			this.#send('');
		}

		this.repaint();
	}

	/** The terminal has shown everything sent before the oldest open question. */
	answered(): void {
		this.#pace.answered(performance.now(), busyMs());
		this.#sendHeldUp();
		this.#tellCrawling();
	}

	/** A key was pressed: over a slow link its changes go ahead. */
	pressed(): void {
		this.#keyRows.pressed(performance.now());
	}

	/** Sends the whole picture again. */
	repaint(): void {
		this.#unfinished.drop();
		this.#picture.forget();
		this.#update();
	}

	resize({columns, rows}: Size): void {
		this.columns = columns;
		this.rows = rows;
		this.#screen.resize(columns, rows);
		this.#unfinished.drop();
		this.#picture.forget();
		this.emit('resize');
		this.#scheduleUpdate();
	}

	override _write(chunk: string | Uint8Array, _encoding: string, done: () => void): void {
		const text = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
		this.#mode = readFrame(text, this.#screen, this.#mode, this.#capabilities);
		this.#scheduleUpdate();
		done();
	}
}

const shortUpdateBytes = 64;

/** Device status report (ECMA-48, DSR): any terminal since the VT100 answers `ESC [ 0 n`. */
const question = '\u{1B}[5n';

/** How long the program has worked since its start, in milliseconds, without the time it waited for input. */
const busyMs = (): number => performance.eventLoopUtilization().active;
