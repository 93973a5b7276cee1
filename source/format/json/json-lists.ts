import {bytesOf, isWordAt} from '../bytes/byte-text.ts';

/** Members of a page object whose list holds the records: Graph's `value`, Azure's `records`, and what saved pages use. */
export const listKeys = ['value', 'records', 'Records', 'events', 'items', 'results'] as const;

const listNames = listKeys.map(name => bytesOf(`${name}"`));

const actorName = bytesOf('actor"');

/** Whether the key that begins at `start` names who acted. */
export const isActorKey = (bytes: Uint8Array, start: number): boolean => isWordAt(bytes, start, bytes.length, actorName);

/** Whether the key that begins at `start` is the name of such a member. */
export const isListKey = (bytes: Uint8Array, start: number): boolean => listNames.some(name => isWordAt(bytes, start, bytes.length, name));
