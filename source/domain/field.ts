import type {Foreign} from './foreign.ts';

/** Something that a record says, under the name that the README lists. */
export type Field = {readonly name: string; readonly value: Foreign};

/** Without what is said twice. */
export const eachOnce = (fields: readonly Field[]): Field[] => new Map(fields.map(field => [`${field.name}=${field.value}`, field])).values().toArray();
