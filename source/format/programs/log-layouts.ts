/** How programs lay out a line: `level` says what names the severity. */
export type LogLayout = {
	/** Slots are named as the fields of events; `{message}` is last. */
	readonly pattern: string;
	/** A word, one in capitals where any word may stand, a single letter, or a letter in front of everything (`E0715 09:22:12`). */
	readonly level: 'word' | 'capitals' | 'letter' | 'head';
};

/** How programs on the JVM, in Python, Ruby, Go and their like lay out a line. The more a layout asks for, the earlier it stands. */
const words: readonly string[] = [
	'{time} [{thread}] {level:word} {logger}- {message}',
	'{time} [{thread}] {level:word} {logger} - {message}',
	'{time} - {level:word} [{thread}] - {message}',
	'{time} {level:word} {pid:word} --- [{thread}] {logger} : {message}',
	'{time} {level:word} [{thread}] {logger}: {message}',
	// WildFly, Keycloak, Quarkus
	'{time} {level:word} [{logger}] ({thread}) {message}',
	// Tomcat
	'{time} {level:word} [{thread}] {logger:word} {message}',
	'{time} {level:word} [{thread}] {message}',
	'{time} {pid:word} {level:word} {logger:word} [{requestId}] {message}',
	'{file:word} {time} {pid:word} {level:word} {logger:word} [{requestId}] {message}',
	'{time} | {level:word} | {logger} - {message}',
	'{time} - {logger} - {level:word} - {message}',
	'{time} {level:word} {logger:word} - {message}',
	'{time} {level:word} {logger}: {message}',
	// PostgreSQL, with and without the user and the database
	// as RDS and Azure have it, and as its analysers ask for it
	'{time}:{sourceAddress}({sourcePort}):{user}@{database}:[{pid}]:{level}: {message}',
	'{time}::@:[{pid}]:{level}: {message}',
	'{time} [{pid}]: [{line}] user={user},db={database},app={application},client={sourceAddress} {level}: {message}',
	'{time} [{pid}]: [{line}] user={user},db={database},client={sourceAddress} {level}: {message}',
	'{time} [{pid}]: user={user},db={database},app={application},client={sourceAddress} {level}: {message}',
	'{time} [{pid}]: db={database},user={user},app={application},client={sourceAddress} {level}: {message}',
	'{time} [{pid}] {user}@{database} {level}: {message}',
	'{time} [{pid}] {level}: {message}',
	// MySQL
	'{time} {thread:word} [{level}] [{code}] [{component}] {message}',
	'{time} {thread:word} [{level}] {message}',
	'{time} [{level}] {message}',
	// Windows' component servicing
	'{time}, {level:word} {component:word} {message}',
	// ESXi
	'{time} {level:word} {process}[{pid}]: {message}',
	'{time} {level:word} {process}[{pid}] {message}',
	'{time} {level:word} {message}',
	// fail2ban
	'{time} {logger:word} [{pid}]: {level:word} {message}',
	'{time} {logger}: {level:word} {message}',
	// OSSEC and Wazuh
	'{time} {process}[{pid}] {file} at {function}: {level}: {message}',
	'{time} {logger}: {level}: {message}',
	'{time} {pid:word} {level:word} {logger}: {message}',
	'{time} {pid:word} {level:word} {message}',
	// Elasticsearch, Envoy
	'[{time}][{level}][{logger}] {message}',
	'[{time}][{thread}][{level}][{component}] {message}',
	'[{time}: {level}/{thread}] {message}',
	'[{time}] [{pid}] [{level}] {message}',
	'[{time}] [{level}] {message}',
	'[{time}] {level:word} in {logger}: {message}',
	// Rust
	'[{time} {level:word} {logger}] {message}',
	'[{time}] PHP {level}: {message}',
	// Asterisk
	'[{time}] {level}[{pid}][{requestId}] {logger}: {message}',
	'[{time}] {level}[{pid}][{requestId}] {message}',
	'[{time}] {level}[{pid}]: {logger:word} in {function}: {message}',
	'[{time}] {level}[{pid}]: {logger:word} {function}: {message}',
	'[{time}] {level}[{pid}] {logger}: {message}',
	'[{time}] {level}: {message}',
	// Icinga
	'[{time}] {level}/{component}: {message}',
	'[{time}] {logger}.{level}: {message}',
	'[{time}] {level:word} {message}',
	'[{time}] {file:word} {level:word} - {message}',
	// Ruby
	'{mark:word} [{time} #{pid}] {level:word} -- {logger}: {message}',
	// Blue Gene's service nodes
	'{label:word} {epoch:word} {date:word} {node:word} {time} {host:word} {source:word} {component:word} {level:word} {message}',
];

/** Python's, as Django and others spell them out. */
const capitals: readonly string[] = [
	'{level:word} {time} {logger:word} {pid:word} {tid:word} {message}',
	'{time} {logger:word} {level:word} {message}',
];

const letters: readonly string[] = [
	// Android
	'{time} {pid:word} {tid:word} {level:word} {component}: {message}',
	'{time} {level}/{component}({pid}): {message}',
	// MongoDB of old
	'{time} {level:word} {component:word} [{thread}] {message}',
	'{time} {level:word} | {logger}: {message}',
	'{time} {file:word} [{level}] {message}',
];

/** glog and klog. */
const heads: readonly string[] = ['{time} {thread:word} {file}] {message}'];

export const logLayouts: readonly LogLayout[] = [
	...words.map(pattern => ({pattern, level: 'word'} as const)),
	...capitals.map(pattern => ({pattern, level: 'capitals'} as const)),
	...letters.map(pattern => ({pattern, level: 'letter'} as const)),
	...heads.map(pattern => ({pattern, level: 'head'} as const)),
];
