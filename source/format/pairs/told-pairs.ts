import type {EventDraft} from '../../domain/event-draft.ts';
import type {Field} from '../../domain/field.ts';
import {resultCode} from '../../domain/result.ts';
import {decodeForeign} from '../../text/foreign.ts';
import {attempted, codesOfName} from '../alerts/alert-actions.ts';
import {ascii, isDigit, isUnset, latinText, nextByte, wordEnd} from '../bytes/byte-text.ts';
import {welfPriority, welfSeverity} from '../network/welf.ts';
import {partsOfEnd} from '../network/zoned-ends.ts';
import {type PairKeys, pairKeys, type PairList} from '../bytes/pair-list.ts';
import {type Codes, codesOf} from '../vocabulary/action-codes.ts';
import {commonFieldName} from '../vocabulary/common-fields.ts';
import {addDeviceOnce} from '../vocabulary/devices.ts';
import {endOfIpv4, isIpv6} from '../vocabulary/device-words.ts';
import {resultOfWord} from '../vocabulary/result-words.ts';
import {severityOf} from '../vocabulary/severity-words.ts';
import {nobody, roleKeys} from './pair-roles.ts';

const connection = codesOf('connection');
const raised = codesOf('alert-raised');

/** Whoever is named in a line of sudo's, `PWD=/home/ann ; USER=root ; COMMAND=/bin/ls`, is not who did it. */
const sudoCommand = pairKeys('command');
const sudoFolder = pairKeys('pwd');

/** From so many pairs on a message is a list, all of whose pairs are fields. */
const fewestOfList = 3;

/** What only a pair that told it may be called: `user=N/A` is nobody. */
const roleNames: ReadonlySet<string> = new Set(['user', 'sourceAddress', 'targetAddress']);

/** What the pairs of a record tell of people and of the network, in the names that makers share. One record at a time: which pairs told it is remembered. */
export class ToldPairs {
	user = -1;
	source = -1;
	target = -1;
	verdict = -1;
	threat = -1;
	severity = -1;

	/** Under which name of ours a pair told something; undefined of those that did not. */
	#nameOf(pair: number): string | undefined {
		return new Map([[this.user, 'user'], [this.source, 'sourceAddress'], [this.target, 'targetAddress']]).get(pair);
	}

	/** Turns to the record whose pairs these are. A few in a sentence are as grave as they say where they begin it, at `listStart`. */
	read(pairs: PairList, bytes: Uint8Array, listStart = -1): void {
		this.user = pairs.findAny(sudoCommand) >= 0 && pairs.findAny(sudoFolder) >= 0 ? -1 : firstThat(pairs, bytes, roleKeys.user, isPerson);
		this.source = firstThat(pairs, bytes, roleKeys.source, isAddress);
		this.target = firstThat(pairs, bytes, roleKeys.target, isAddress);
		this.verdict = firstThat(pairs, bytes, roleKeys.verdict, isVerdict);
		this.threat = firstThat(pairs, bytes, roleKeys.threat, isSomething);
		this.severity = pairs.count < fewestOfList && pairs.keyStarts[0] !== listStart ? -1 : firstThat(pairs, bytes, roleKeys.severity, isSeverity);
		this.severity = this.severity < 0 ? welfPriority(pairs, bytes) : this.severity;
		if (this.source < 0 && this.target < 0 && this.user >= 0) {
			this.source = firstThat(pairs, bytes, roleKeys.address, isAddress);
		}
	}

	/** The pairs as fields, under the names that all formats give them, where some told something or they are all there is; of a few in a sentence only those. */
	fields(pairs: PairList, bytes: Uint8Array, listStart = -1): Field[] {
		const telling = new Set([this.user, this.source, this.target, this.verdict, this.threat].filter(pair => pair >= 0));
		const isList = pairs.count >= fewestOfList && pairs.keyStarts[0] === listStart;
		const shown = !isList && telling.size === 0 ? 0 : pairs.count;
		return Array.from({length: shown}, (_, pair) => pair)
			.filter(pair => (pairs.count >= fewestOfList || telling.has(pair)) && pairs.ends[pair]! > pairs.starts[pair]!)
			.flatMap(pair => {
				const own = latinText(bytes, pairs.keyStarts[pair]!, pairs.keyEnds[pair]!);
				const common = commonFieldName(own);
				return partsOfEnd({name: this.#nameOf(pair) ?? (roleNames.has(common) ? own : common), value: decodeForeign(bytes, pairs.starts[pair], pairs.ends[pair])});
			});
	}

	/** Gives who it was, where from, where to, how it ended, and how grave it was where nothing else told. */
	giveTo(draft: EventDraft, pairs: PairList, bytes: Uint8Array): void {
		if (this.user >= 0) {
			draft.user.set(bytes, pairs.starts[this.user]!, pairs.ends[this.user]!);
		}

		for (const end of [this.source, this.target]) {
			if (end >= 0) {
				addDeviceOnce(draft, bytes, pairs.starts[end]!, endOfAddress(bytes, pairs.starts[end]!, pairs.ends[end]!));
			}
		}

		if (this.severity >= 0) {
			const start = pairs.starts[this.severity]!;
			const end = pairs.ends[this.severity]!;
			draft.severity ||= severityOf(bytes, start, end) || welfSeverity(bytes, start, end);
		}

		if (this.verdict >= 0) {
			draft.result = verdictOf(bytes, pairs.starts[this.verdict]!, pairs.ends[this.verdict]!);
		}
	}

	/** What it was, where that is sure. A name for what somebody did counts where somebody is named; what is tried is no success until that is told. */
	codes(pairs: PairList, bytes: Uint8Array, result: number): Codes | undefined {
		for (const pair of this.user < 0 ? none : pairs.present(roleKeys.deed)) {
			const codes = codesOfName(bytes, pairs.starts[pair]!, pairs.ends[pair]!, result);
			const isSure = codes !== undefined && codes.action > 0 && codes !== attempted;
			if (isSure && codes !== connection) {
				return codes;
			}
		}

		if (this.threat >= 0 && (this.source >= 0 || this.target >= 0)) {
			return raised;
		}

		return this.verdict >= 0 && this.target >= 0 ? connection : undefined;
	}
}

const none: readonly number[] = [];

type IsTold = (bytes: Uint8Array, start: number, end: number, isQuoted: boolean) => boolean;

function firstThat(pairs: PairList, bytes: Uint8Array, keys: PairKeys, isTold: IsTold): number {
	for (const pair of pairs.present(keys)) {
		if (isTold(bytes, pairs.starts[pair]!, pairs.ends[pair]!, pairs.isQuoted(pair))) {
			return pair;
		}
	}

	return -1;
}

const isSeverity = (bytes: Uint8Array, start: number, end: number): boolean => severityOf(bytes, start, end) > 0;

const isSomething = (bytes: Uint8Array, start: number, end: number): boolean => !isUnset(bytes, start, end) && nobody.find(bytes, start, end) === undefined;

/** A name in quotes, or of one word or two: more is a sentence. One with an equals sign is part of a longer one. */
function isPerson(bytes: Uint8Array, start: number, end: number, isQuoted: boolean): boolean {
	const space = nextByte(bytes, ascii.space, start, end);
	const isShort = space < 0 || nextByte(bytes, ascii.space, space + 1, end) < 0;
	const isWhole = isQuoted || (isShort && nextByte(bytes, ascii.equals, start, end) < 0);
	return isWhole && isSomething(bytes, start, end) && resultOfWord(bytes, start, end) === resultCode.none;
}

/** A word, or the first of some: `Block with reset`. */
const verdictOf = (bytes: Uint8Array, start: number, end: number): number => resultOfWord(bytes, start, wordEnd(bytes, start, end));

const isVerdict = (bytes: Uint8Array, start: number, end: number): boolean => verdictOf(bytes, start, end) !== resultCode.none;

const isAddress = (bytes: Uint8Array, start: number, end: number): boolean => endOfAddress(bytes, start, end) > start;

/** Where the address ends that a value is or begins with, a port or an interface behind it left off; `start` where it is none. */
function endOfAddress(bytes: Uint8Array, start: number, end: number): number {
	let at = start;
	while (at < end && (isDigit(bytes[at]) || bytes[at] === ascii.dot)) {
		at++;
	}

	const isBounded = at === end || bytes[at] === ascii.colon;
	if (isBounded && endOfIpv4(bytes, start, at) === at) {
		return at;
	}

	return isIpv6(bytes, start, end) ? end : start;
}
