import {foreignText} from '../../../source/domain/foreign.ts';
import {inMemoryEngine, type MemoryEngine} from '../../in-memory-engine.ts';
import type {Rig} from '../screen-rig.tsx';
import {ascii, wide, small, type Scene} from './scene.ts';

/** A log looked at by polling, another that cannot be read; the page of the logs. */
async function troubledLogs(rig: Rig, engine: MemoryEngine): Promise<void> {
	engine.fault({type: 'unreadable', source: 1, subject: foreignText('/var/log/secure'), sentence: 'permission denied; run as a user who may read it'});
	engine.sourceState(1, {type: 'blind', reason: 'timeline.jsonl cannot be read: permission denied'});
	engine.sourceState(2, {type: 'polling', reason: 'polling auth.log: too many watches'});
	await rig.settle();
	await rig.press('L', 'down');
}

/** Screens of the pages that take the place of the panes, and what is said of keys and of trouble. */
export const pagesScenes: readonly Scene[] = [
	{name: 'help-filters', shows: 'the keys of the pane that help was asked in first', act: async rig => rig.press('f', '?')},
	{name: 'help-small', shows: 'help on a small screen', options: small, act: async rig => rig.press('?')},
	{name: 'key-refused-small', shows: 'why a key does nothing, and the way out, on a small screen', options: small, act: async rig => rig.press('C')},
	{name: 'summary', shows: 'who did what how often', act: async rig => rig.press('S')},
	{name: 'summary-further', shows: 'the rest of it, over everything', act: async rig => rig.press('S', 'tab', 'pagedown', 'pagedown', 'pagedown')},
	{name: 'summary-small', shows: 'names and counts alone on a small screen', options: small, act: async rig => rig.press('S', 'down')},
	{name: 'summary-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => rig.press('S', 'pagedown')},
	{name: 'summary-wide', shows: 'more of it at once', options: wide, act: async rig => rig.press('S')},
	{name: 'summary-followed', shows: 'the events of a line', act: async rig => rig.press('S', 'down', 'down', 'enter')},
	{name: 'fault', shows: 'what is wrong, in words', async act(rig, engine) {
		engine.fault({type: 'unreadable', source: 1, subject: foreignText('/var/log/secure'), sentence: 'permission denied; run as a user who may read it'});
		engine.sourceState(2, {type: 'polling', reason: 'inotify exhausted, looking every second'});
		await rig.settle();
	}},
	{name: 'logs', shows: 'every log, how it is doing and how it is read, and what went wrong', act: troubledLogs},
	{name: 'logs-small', shows: 'the same on a small screen, which says before that there is trouble', options: small, act: troubledLogs},
	{name: 'trouble-small', shows: 'that something is wrong, and the key that shows what', options: small, async act(rig, engine) {
		engine.sourceState(2, {type: 'blind', reason: 'auth.log cannot be read: permission denied'});
		await rig.settle();
	}},
	{name: 'waiting', shows: 'that nothing comes, and why, log by log', engine: () => inMemoryEngine([], {sources: ['/var/log/audit.log', '/var/log/secure']}), async act(rig, engine) {
		engine.sourceState(0, {type: 'waiting', reason: 'waiting for audit.log'});
		engine.sourceState(1, {type: 'blind', reason: 'secure cannot be read: permission denied'});
		await rig.settle();
	}},
	{name: 'key-refused', shows: 'why a key did nothing', act: async rig => rig.press('n')},
	{name: 'help', shows: 'every key', act: async rig => rig.press('?')},
	{name: 'help-further', shows: 'the next of them', act: async rig => rig.press('?', 'pagedown', 'pagedown')},
	{name: 'help-signs', shows: 'what the signs beside the rows mean', act: async rig => rig.press('?', 'end', 'pageup')},
	{name: 'help-signs-ascii', shows: 'the same without Unicode and colour', options: ascii, act: async rig => rig.press('?', 'end', 'pageup')},
	{name: 'help-words', shows: 'what searches and times understand', act: async rig => rig.press('?', 'end')},
	{name: 'key-elsewhere', shows: 'where a key works that does nothing here', act: async rig => rig.press('x')},
	{name: 'key-elsewhere-small', shows: 'the same in the summary of a small screen', options: small, act: async rig => rig.press('S', 'e')},
	{name: 'nothing-found', shows: 'what was looked for and how to start', engine: () => inMemoryEngine([], {sources: [], faults: [{type: 'unreadable', source: undefined, subject: foreignText('/var/log/audit.log'), sentence: 'permission denied'}]}), options: {lookedFor: ['/var/cyberx/logs', '/opt/sensor/logs', '/var/log']}},
];
