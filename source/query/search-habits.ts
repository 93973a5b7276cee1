/** What people used to other search languages write, and the sentence that says what to write here. */
const habits: ReadonlyArray<{readonly pattern: RegExp; readonly sentence: string}> = [
	{pattern: /^(?:OR|\|\|)$/v, sentence: 'No OR between words: write /bob|eve/; two values of one filter are joined by or'},
	{pattern: /^\|$/v, sentence: 'No pipes here: S sums up who did what, & makes a filter of the search'},
	{pattern: /^-?(?:since|until|earliest|latest)[:=][^=]/v, sentence: 'Times are not words: r, [ and ] filter by time, since= in the line that Y shows'},
	{pattern: /^-?(?:severity|level|priority)[<>]/v, sentence: 'Severity has steps: severity=notice, in the line that Y shows, is notices and alerts'},
	{pattern: /^-?(?:time|timestamp|date)[<>]/v, sentence: 'Times are not words: r, [ and ] filter by time, since= in the line that Y shows'},
	{pattern: /^-?(?:user|action|type|group|device|source|host|result|category|format|message)[<>]/v, sentence: 'Values are not compared: user:dana finds those with dana in it, user:=dana that one'},
	{pattern: /^[^"\/]*[^"*\/:=]\*+[^"*\/]/v, sentence: 'A star works only at the end of a word: write /svc.*01/, or quotes for the star itself'},
];

/** What to write instead of a word that probably means something else; undefined for ordinary words. */
export const habitTrouble = (word: string): string | undefined => habits.find(({pattern}) => pattern.test(word))?.sentence;

/** All terms must match anyway. */
export const isJoiner = (word: string): boolean => word === 'AND' || word === '&&';

export const isOpposite = (word: string): boolean => word === 'NOT';
