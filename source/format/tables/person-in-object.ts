import type {ByteRun} from '../../domain/event-draft.ts';
import {ascii} from '../bytes/byte-text.ts';
import {JsonLookup, jsonPaths} from '../json/json-lookup.ts';
import {JsonMembers} from '../json/json-members.ts';

const names = ['userPrincipalName', 'username', 'displayName', 'name', 'email', 'id'];
const person = jsonPaths(...['user', 'app'].flatMap(whoever => names.map(name => `${whoever} > ${name}`)), ...names);

/** Finds out who is meant where a cell that names somebody holds an object, as Entra's column `InitiatedBy` does: a person, or else an application. */
export class PersonInObject {
	readonly #members = new JsonMembers();
	readonly #lookup = new JsonLookup(this.#members);

	/** Sets the run, which is whatever the cell says, to the name inside. */
	turnTo(user: ByteRun): void {
		const {bytes, start, end} = user;
		if (end === start || bytes[start] !== ascii.openBrace) {
			return;
		}

		this.#members.forget();
		if (this.#lookup.open(bytes, start, end) && this.#lookup.find(person)) {
			this.#lookup.giveTo(user);
		}
	}
}
