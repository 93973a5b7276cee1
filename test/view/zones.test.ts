import test from 'ava';
import {update} from '../../source/view/update.ts';
import {freshState} from './states.ts';

test('the zone of the machine, found after the first frame, is one that z walks through, once', t => {
	const start = freshState({zones: ['UTC']});
	const found = update(start, {type: 'zone-found', zone: 'Europe/Berlin'});
	t.is(found.zone, 'UTC');
	t.deepEqual(update(found, {type: 'zone-found', zone: 'Europe/Berlin'}).zones, ['UTC', 'Europe/Berlin']);
	t.is(update(found, {type: 'next-zone'}).zone, 'Europe/Berlin');
});

test('a zone found takes no answer to a key off the screen', t => {
	t.is(update({...freshState(), notice: 'said'}, {type: 'zone-found', zone: 'Asia/Kolkata'}).notice, 'said');
});
