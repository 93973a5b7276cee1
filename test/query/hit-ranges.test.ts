import test from 'ava';
import {hitsIn, mergeRanges} from '../../source/query/hit-ranges.ts';
import {parseSearch} from '../../source/query/parse-search.ts';

const texts = {message: 'Login: user=Dana from dana-pc', user: 'Dana', devices: '10.0.0.1 dana-pc', action: 'Login', host: 'sensor-1'};

for (const [search, ...marked] of [
	['dana', 'message 12-16', 'message 22-26', 'user 0-4', 'devices 9-13'],
	['Dana', 'message 12-16', 'user 0-4'],
	['-dana'],
	['user:dana', 'user 0-4'],
	['device:pc', 'devices 14-16'],
	['device:10.0.0.0/8', 'devices 0-8'],
	['device:10.0.1.0/24'],
	['from:10.0.*.1'],
	['action:login', 'action 0-5'],
	['host:sensor', 'host 0-6'],
	['severity:info'],
	['from:dana', 'message 12-16', 'message 22-26'],
	['message:login', 'message 0-5'],
	['log ogi', 'message 0-4', 'action 0-4'],
	['/dana/'],
] as const) {
	test(`marks of ${search}`, t => {
		const parsed = parseSearch(search);
		const hits = parsed.type === 'terms' ? hitsIn(texts, parsed.terms) : [];
		t.deepEqual(hits.map(({field, start, end}) => `${field} ${start}-${end}`), marked);
	});
}

test('addresses of a range are marked whatever stands around them', t => {
	const marked = (search: string, message: string) => {
		const parsed = parseSearch(search);
		const hits = parsed.type === 'terms' ? hitsIn({message, user: '', devices: '', action: '', host: ''}, parsed.terms) : [];
		return hits.map(({start, end}) => message.slice(start, end));
	};

	t.deepEqual(marked('sourceAddress:10.2.1.0/24', 'from 10.2.1.14:443 to [10.2.2.1], not 110.2.1.5; 10.2.1.9.'), ['10.2.1.14', '10.2.1.9']);
	t.deepEqual(marked('sourceAddress:fd00::/8', 'from [FD00::1]:443 at 10:15:02 to fd00:2::9.'), ['FD00::1', 'fd00:2::9']);
	t.deepEqual(marked('sourceAddress:fd00::/8', 'device:fd00::1, added:fd00::2: at ::1, not face:fd00::3'), ['fd00::1', 'fd00::2']);
	t.deepEqual(marked('sourceAddress:10.2.1.0/24', 'no address: 10.2.1.256'), []);
	t.deepEqual(marked('version:10.2.*', 'firmware 10.2.4 on 10.2.1.14, not on 110.2.3.4'), ['10.2.', '10.2.1.14']);
	t.deepEqual(marked('"sourceAddress":10.2.1.0/24', 'from 10.2.1.14'), ['10.2.1.14']);
});

test('a mark stands at its place behind letters whose small form is longer', t => {
	const parsed = parseSearch('dana');
	const hits = parsed.type === 'terms' ? hitsIn({...texts, message: 'İİ Dana', user: '', devices: ''}, parsed.terms) : [];
	t.deepEqual(hits, [{field: 'message', start: 3, end: 7}]);
});

test('overlapping and touching marks are one', t => {
	t.deepEqual(mergeRanges([{start: 5, end: 9}, {start: 0, end: 3}, {start: 2, end: 4}, {start: 9, end: 10}]), [{start: 0, end: 4}, {start: 5, end: 10}]);
});
