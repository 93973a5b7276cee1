/** Records of one event, and neighbouring events, arrive at most this much later than they were made (auditd's own reassembly waits 2 s). */
const lateMicros = 2_000_000;

/** A jump backwards or forwards beyond this is no loss but a new count: a reboot, or a log put together from two. */
const longestGap = 1_000_000;

/** More gaps at a time are no records that come late. The older half is told then, so that a record costs as much as any other however many are missing. */
const mostGaps = 512;

type Gap = {readonly first: number; readonly last: number; readonly micros: number};

/** Watches the serial numbers that the kernel gives to audit events one by one: one that never comes is a lost event. */
export class AuditSerials {
	#highest = -1;
	#gaps: Gap[] = [];

	#fill(serial: number): void {
		const at = this.#gaps.findLastIndex(({first}) => first <= serial);
		const gap = this.#gaps[at];
		if (gap !== undefined && serial <= gap.last) {
			this.#gaps.splice(at, 1, ...without(gap, serial));
		}
	}

	/** Answers a sentence when serials have been missing for so long that they will not come any more. */
	see(serial: number, micros: number): string | undefined {
		const ahead = serial - this.#highest;
		if (this.#highest < 0 || Math.abs(ahead) > longestGap) {
			this.#highest = serial;
			this.#gaps = [];
			return undefined;
		}

		if (ahead > 1) {
			this.#gaps.push({first: this.#highest + 1, last: serial - 1, micros});
		} else if (ahead < 0 && this.#gaps.length > 0) {
			this.#fill(serial);
		}

		this.#highest = Math.max(this.#highest, serial);
		if (this.#gaps.length > mostGaps) {
			return sentenceOn(this.#gaps.splice(0, mostGaps / 2));
		}

		return this.#gaps.length > 0 && micros - this.#gaps[0]!.micros > lateMicros ? this.tellRest(micros - lateMicros) : undefined;
	}

	/** A sentence about all gaps found before the instant; at the end of a log, about all. */
	tellRest(untilMicros = Infinity): string | undefined {
		const lost = this.#gaps.filter(({micros}) => micros < untilMicros);
		this.#gaps = this.#gaps.filter(({micros}) => micros >= untilMicros);
		return lost.length === 0 ? undefined : sentenceOn(lost);
	}
}

function sentenceOn(lost: readonly Gap[]): string {
	const count = lost.reduce((sum, {first, last}) => sum + last - first + 1, 0);
	const ranges = lost.map(({first, last}) => first === last ? `${first}` : `${first} to ${last}`).join(', ');
	return `${count === 1 ? '1 audit event is' : `${count} audit events are`} missing here: serial ${ranges}.`;
}

/** A gap without one of its serials, which came after all. */
const without = ({first, last, micros}: Gap, serial: number): Gap[] =>
	[{first, last: serial - 1, micros}, {first: serial + 1, last, micros}].filter(gap => gap.first <= gap.last);
