import {Buffer} from 'node:buffer';
import test from 'ava';
import fc from 'fast-check';
import {Pattern} from '../../../source/format/patterns/pattern.ts';

const repeat = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '{1,2}');
const plainAtom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', String.raw`\d`, String.raw`\w`, String.raw`\b`, '$', '^');

const letter = fc.constantFrom('a', 'b', '1', ' ', '\n');
const shortLine = fc.string({unit: letter, maxLength: 8});

/** Patterns that mean the same to the machine's own expressions, which differ from PCRE where the body of a repeat takes nothing. */
const pattern = fc.letrec<{tree: string; repeated: [string, string]; atom: string; inner: string; ahead: string}>(tie => ({
	inner: tie('tree').map(tree => `(?:[ab](?:${tree}))`),
	ahead: tie('tree').map(tree => `(?=${tree})`),
	atom: fc.oneof({maxDepth: 4}, plainAtom, tie('inner'), tie('ahead')),
	repeated: fc.tuple(tie('atom'), repeat),
	tree: fc.array(tie('repeated'), {minLength: 1, maxLength: 3})
		.map(parts => parts.map(([atom, times]) => /^(?:\\b|\$|\^|\(\?=)/v.test(atom) ? atom : atom + times).join(''))
		.chain(tree => fc.constantFrom(tree, `${tree}|a`, `b|${tree}`)),
})).tree;

test('a pattern fits where the machine\'s own expression does', t => {
	fc.assert(fc.property(pattern, shortLine, (text, line) => {
		const bytes = Buffer.from(line);
		const own = new RegExp(`^(?:(?<before>${text}))(?<after>[ab]?)`).exec(line);
		const ours = new Pattern(`^(?<before>${text})(?<after>[ab]?)`);
		const isFit = ours.match(bytes, 0, bytes.length);
		const groups = ours.names.map((_, index) => line.slice(ours.starts[index], ours.ends[index]));
		t.deepEqual(isFit ? groups : undefined, own === null ? undefined : [own.groups!.before!, own.groups!.after!], `${text} on ${JSON.stringify(line)}`);
	}), {numRuns: 2000});
});

for (const [text, line, isFit] of [
	[String.raw`^\h+x`, '\t x', true],
	['a++b', 'aaab', true],
	['a++ab', 'aaab', false],
	['(?>a|ab)c', 'abc', false],
	['[[:upper:]]+', 'AB', true],
	['(?i)ab', 'AB', true],
	['(?i:a)b', 'AB', false],
	['a(?<=a)b', 'ab', true],
	['.(?<!a)b', 'ab', false],
	['(?<!a)ab', 'ab', true],
	['(?<x>a+)-(?P=x)$', 'aa-aa', true],
	['(?<x>a+)-(?P=x)$', 'aa-a', false],
	['(?<x>b)?a(?P=x)', 'aa', false],
	['ü+', 'üü', true],
	['a(?!b)', 'ab', false],
	['[]a]+', ']a', true],
	['x{2}', 'x', false],
] as const) {
	test(`what PCRE has and the machine has not, or not so: ${text} on ${line}`, t => {
		const bytes = Buffer.from(line);
		t.is(new Pattern(text).match(bytes, 0, bytes.length), isFit);
	});
}

for (const [text, trouble] of [
	[String.raw`(a)\1`, String.raw`'\1' is not supported`],
	['(?R)', '\'(?R)\' is not supported'],
	['(?<=ab)b', '\'(?<\' with more than one character is not supported'],
	['(?P=x)', 'there is no group \'x\' before it is asked for again'],
	[String.raw`\p{L}`, String.raw`'\p' is not supported`],
	['(a', 'a group that is not closed'],
	['a)', 'a bracket that closes nothing'],
	['[a', 'a class that is not closed'],
	['*a', '\'*\' has nothing to repeat'],
	['(((ab){99}){99}){99}', 'repeats of repeats that are too many'],
	['(?:'.repeat(200), 'more than 100 groups in each other'],
] as const) {
	test(`what a pattern has that is not understood is named: ${text.slice(0, 30)}`, t => {
		t.throws(() => new Pattern(text), {message: trouble});
	});
}

test('a pattern that goes back and forth for ever is given up on', t => {
	for (const [text, line] of [['(a+)+$', `${'a'.repeat(100)}b`], ['^(?<w>.*)a(?<x>.*)b(?<y>.*)c(?<z>.*)d$', 'abc'.repeat(5000)]] as const) {
		const bytes = Buffer.from(line);
		t.false(new Pattern(text).match(bytes, 0, bytes.length));
	}
});
