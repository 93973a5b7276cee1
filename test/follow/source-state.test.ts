import test from 'ava';
import {stateOf, type Standing} from '../../source/follow/source-state.ts';

const megabyte = 1024 * 1024;

const calm: Standing = {
	name: 'audit.log',
	presence: {type: 'present'},
	isLink: false,
	isFollowing: true,
	isOver: false,
	hasCaughtUp: true,
	behindBytes: 0,
	totalBytes: 0,
	successors: 0,
	silence: undefined,
	nowMs: 10_000,
};

const blind = {type: 'blind', why: 'permission denied'} as const;

for (const [name, standing, state] of [
	['read to its end', {}, 'live'],
	['not read to its end yet', {hasCaughtUp: false, behindBytes: 1}, 'reading'],
	['empty, and never read', {hasCaughtUp: false}, 'live'],
	['a little behind', {behindBytes: megabyte}, 'live'],
	['grown by more than is read in a second', {behindBytes: 65 * megabyte}, 'reading'],
	['rotated, and the older file not read to its end', {behindBytes: 65 * megabyte, successors: 1}, 'draining'],
	['absent for less than a second', {presence: {type: 'absent', sinceMs: 9001, isFromStart: false}}, 'live'],
	['absent for a second', {presence: {type: 'absent', sinceMs: 9000, isFromStart: false}}, 'waiting'],
	['absent from the start', {presence: {type: 'absent', sinceMs: 10_000, isFromStart: true}}, 'waiting'],
	['refused', {presence: blind, successors: 1, behindBytes: 1}, 'blind'],
	['without a doorbell', {silence: 'ENOSPC'}, 'polling'],
	['without a doorbell that was never to ring', {silence: 'ENOSPC', isFollowing: false}, 'live'],
	['over', {isOver: true, presence: blind}, 'ended'],
] as const satisfies ReadonlyArray<readonly [string, Partial<Standing>, string]>) {
	test(`a source that is ${name} is shown as ${state}`, t => {
		t.is(stateOf({...calm, ...standing}).type, state);
	});
}
