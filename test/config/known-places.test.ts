import test from 'ava';
import {findKnownPlaces, knownPlaces} from '../../source/config/known-places.ts';

test('the same folder under two paths is opened once', t => {
	const found = findKnownPlaces(path => ({identity: path.endsWith('/var/cyberx/logs') ? 'one folder' : path}));
	t.deepEqual(found.filter(place => !place.isReadable), [
		{path: '/opt/sensor/active/var/cyberx/logs', isReadable: false, finding: 'the same as /var/cyberx/logs'},
	]);
});

test('every place that cannot be read is named with its reason', t => {
	const found = findKnownPlaces(path => path === '/var/log/auth.log' ? {identity: path} : {reason: 'not there'});
	t.deepEqual(found.filter(place => place.isReadable).map(place => place.path), ['/var/log/auth.log']);
	t.is(found.filter(place => place.finding === 'not there').length, knownPlaces.length - 1);
});

test('a look at this machine answers for every place', t => {
	t.deepEqual(findKnownPlaces().map(place => place.path), knownPlaces.map(place => place.path));
});
