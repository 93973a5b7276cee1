/** How gateways and servers of applications lay out a line for each request. Slots are named as the fields of events; each has a `status`, and the request whole or in parts. */
export const accessLayouts: readonly string[] = [
	// Amazon's load balancers, newer and older ones (Elastic Load Balancing, "Access log entries")
	'{scheme:word} {time} {balancer:word} {sourceAddress:word} {targetAddress:word} {requestSeconds:word} {targetSeconds:word} {responseSeconds:word} {status:word} {targetStatus:word} {receivedBytes:word} {bytes:word} "{request}" "{userAgent}" {tail}',
	'{time} {balancer:word} {sourceAddress:word} {targetAddress:word} {requestSeconds:word} {targetSeconds:word} {responseSeconds:word} {status:word} {targetStatus:word} {receivedBytes:word} {bytes:word} "{request}" "{userAgent}" {tail}',
	// Amazon's storage (S3, "Amazon S3 server access log format")
	'{owner:word} {bucket:word} [{time}] {sourceAddress:word} {user:word} {requestId:word} {sourceAction:word} {target:word} "{request}" {status:word} {reason:word} {bytes:word} {objectBytes:word} {totalMilliseconds:word} {turnaroundMilliseconds:word} "{referrer}" "{userAgent}" {tail}',
	// Istio, whose proxies are Envoy's, and Envoy by itself ("Default format string")
	'[{time}] "{request}" {status:word} {flags:word} {details:word} {termination:word} "{reason}" {receivedBytes:word} {bytes:word} {milliseconds:word} {targetMilliseconds:word} "{forwardedFor}" "{userAgent}" "{requestId}" "{virtualHost}" "{targetAddress}" {cluster:word} {targetLocal:word} {local:word} {sourceAddress:word} {tail}',
	'[{time}] "{request}" {status:word} {flags:word} {receivedBytes:word} {bytes:word} {milliseconds:word} {targetMilliseconds:word} "{sourceAddress}" "{userAgent}" "{requestId}" "{virtualHost}" "{targetAddress}"',
	// uWSGI
	'[pid: {pid}|app: {app}|req: {count}] {sourceAddress:word} ({user}) {{vars} vars in {receivedBytes} bytes} [{time}] {method:word} {url} => generated {bytes} bytes in {milliseconds} msecs ({protocol} {status}) {tail}',
];
