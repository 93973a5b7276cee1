/** Names that loggers of all kinds give to one thing, by ours. Only letters and digits count. */
const namesOf: Readonly<Record<string, string>> = {
	sourceAddress: 'src srcip ipsrc sourceip sourceaddress sourceipaddress sourceips clientip client remoteaddr remoteip remoteaddress requestremoteaddress requestip ipaddress attrremote saddr remip attrclient remotehost originaddress clientaddress peeraddress clientipaddress reqremoteaddress fieldsclientip attributesclientaddress networkclientip metaip cip',
	targetAddress: 'dst dstip ipdst destip destinationip destinationaddress daddr',
	sourcePort: 'spt srcport portsrc sourceport sport remoteport reqremoteport clientport',
	targetPort: 'dpt dstport portdst destport destinationport dport',
	protocol: 'proto protocol',
	user: 'user usr username sourceusername loginname authorname performedbyusername useridentityusername authdisplayname actoralternateid fieldsuser attruser attrprincipalname attributesusername propertiesuser csusername loginid',
	pid: 'pid processid processpid',
	thread: 'thread threadname processthreadname',
	logger: 'logger loggername loglogger',
	correlationId: 'traceid correlationid xcorrelationid',
	requestId: 'requestid reqid xrequestid',
	status: 'statuscode status httpstatus resstatuscode',
	method: 'method httpmethod requestmethod reqmethod',
	url: 'url uri requesturi requrl',
	userAgent: 'useragent httpuseragent',
	sourceAction: 'eventname requestoperation verb',
};

const common: ReadonlyMap<string, string> = new Map(Object.entries(namesOf).flatMap(([ours, names]) => names.split(' ').map(own => [own, ours] as const)));

/** The name under which all formats tell the same thing, or the record's own: `__proto__` is no protocol. */
export function commonFieldName(own: string, value = ''): string {
	if (own.startsWith('__')) {
		return own;
	}

	const plain = own.toLowerCase().replaceAll(/[^\da-z]/gv, '');
	return common.get(plain) ?? (peers.has(plain) && beginsAsAddress.test(value) ? 'sourceAddress' : own);
}

/** What is where somebody came from if it is an address, and may be anything else. */
const peers: ReadonlySet<string> = new Set(['ip', 'remote', 'metaremote', 'fieldsip', 'contextip', 'dataip', 'detailsip', 'userip', 'actorip', 'callerip']);

const beginsAsAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\[?[\da-f]*:[\d:a-f]+\]?(?::\d+)?)$/iv;
