/** Names that loggers of all kinds give to one thing, by ours. Only letters and digits count. */
const namesOf: Readonly<Record<string, string>> = {
	sourceAddress: 'src srcip sourceip sourceaddress sourceipaddress sourceips clientip client remoteaddr remoteip remoteaddress requestremoteaddress requestip ipaddress attrremote saddr remip',
	targetAddress: 'dst dstip destip destinationip destinationaddress daddr',
	sourcePort: 'spt srcport sourceport sport',
	targetPort: 'dpt dstport destport destinationport dport',
	protocol: 'proto protocol',
	user: 'user usr username useridentityusername authdisplayname',
	pid: 'pid processid processpid',
	thread: 'thread threadname processthreadname',
	logger: 'logger loggername loglogger',
	correlationId: 'traceid correlationid xcorrelationid',
	requestId: 'requestid reqid xrequestid',
	status: 'statuscode status httpstatus',
	method: 'method httpmethod requestmethod',
	url: 'url uri requesturi',
	userAgent: 'useragent httpuseragent',
	sourceAction: 'eventname requestoperation verb',
};

const common: ReadonlyMap<string, string> = new Map(Object.entries(namesOf).flatMap(([ours, names]) => names.split(' ').map(own => [own, ours] as const)));

/** The name under which all formats tell the same thing, or the record's own: `__proto__` is no protocol. */
export const commonFieldName = (own: string): string => own.startsWith('__') ? own : common.get(own.toLowerCase().replaceAll(/[^\da-z]/gv, '')) ?? own;
