import {type ActionId, actions} from '../domain/actions.ts';

/** Every name a person may type for an action: its id, its title, the words the console writes. */
const namesOf = new Map<string, readonly string[]>(actions.map(row => [row.id, [row.id, row.title, ...('words' in row ? row.words : [])]]));

const idOf = new Map<string, ActionId>(actions.flatMap(({id}) => namesOf.get(id)!.map(name => [name.toLowerCase(), id] as const)));

/** The action that a name stands for; letter case does not count. */
export const actionNamed = (name: string): ActionId | undefined => idOf.get(name.toLowerCase());

/** All names of an action; none for an unknown one. */
export const actionNames = (id: string): readonly string[] => namesOf.get(id) ?? [];
