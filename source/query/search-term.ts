/**
The search box's language.

    failed login            both words, anywhere in the event
    "failed login"          the phrase; \" and \\ stand for the quote and the backslash
    /fail(ed|ure)/i         a regular expression (flags i, m, s, u, v) over the record's text
    user:dana               the field's value contains it; user:"dana s" for a value with spaces
    user:=dana              the field's whole value is it; user:* for any value at all
    "user":dana             the record's own field of that name, as JSON has it
    device:10.2.1.0/24      an address of the network; device:10.2.*.7 one with anything for the star; in any field, IPv6 too
    -login  -user:dana      not

All terms must match. Letter case counts only in words with a capital letter. Fields are those of `searchFields`; any other name is looked up among the record's own
fields, and also matches where the text says `name=value` or `name:value`.

From other languages `AND`, `NOT`, `user!=dana`, `user=dana` and a star at the end of a word are understood; for the rest `search-habits.ts` says what to write instead.
*/
export type SearchTerm = {readonly isNegated: boolean} & (
	| {readonly type: 'word'; readonly text: string}
	| {readonly type: 'regex'; readonly pattern: string; readonly flags: string}
	/** `isOwn`: of the record's own fields, though a column may have that name. `isRange`: of addresses the value means those of a range, of other values those that hold its text. */
	| {readonly type: 'field'; readonly name: string; readonly value: string; readonly isWhole: boolean; readonly isOwn?: true; readonly isRange?: true}
);

/** Why search text cannot be read; `column` is an index in characters from 0. */
export type SearchTrouble = {readonly sentence: string; readonly column: number};

/** Fields with a special meaning, which help and README list. */
export const searchFields = ['user', 'action', 'type', 'group', 'device', 'source', 'host', 'result', 'severity', 'category', 'format', 'message', 'raw'] as const;
