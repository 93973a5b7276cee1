import type {DemoRow} from './demo-lines.ts';

/**
The incident to be found in the demo: somebody at 10.20.0.99 guesses the password of cyberx_host, creates an account, silences all alerts with an exclusion rule,
takes over dana.admin, reprograms a PLC and removes the rule again.
*/
export const incident: ReadonlyArray<{readonly afterSeconds: number; readonly row: DemoRow}> = [
	{afterSeconds: 0, row: {log: 'auth', program: 'sshd[2188]', text: 'Invalid user oracle from 10.20.0.99 port 41002'}},
	{afterSeconds: 2, row: {log: 'auth', program: 'sshd[2188]', text: 'Failed password for invalid user oracle from 10.20.0.99 port 41002 ssh2'}},
	{afterSeconds: 9, row: {log: 'auth', program: 'sshd[2190]', text: 'Failed password for cyberx_host from 10.20.0.99 port 41018 ssh2'}},
	{afterSeconds: 13, row: {log: 'auth', program: 'sshd[2190]', text: 'message repeated 2 times: [ Failed password for cyberx_host from 10.20.0.99 port 41018 ssh2]'}},
	{afterSeconds: 14, row: {log: 'auth', program: 'sshd[2190]', text: 'error: maximum authentication attempts exceeded for cyberx_host from 10.20.0.99 port 41018 ssh2 [preauth]'}},
	{afterSeconds: 32, row: {log: 'auth', program: 'sshd[2201]', text: 'Accepted password for cyberx_host from 10.20.0.99 port 41040 ssh2'}},
	{afterSeconds: 32, row: {log: 'auth', program: 'sshd[2201]', text: 'pam_unix(sshd:session): session opened for user cyberx_host(uid=1002) by (uid=0)'}},
	{afterSeconds: 49, row: {log: 'auth', program: 'sudo', text: 'cyberx_host : TTY=pts/1 ; PWD=/home/cyberx_host ; USER=root ; COMMAND=/usr/sbin/useradd -m svc-backup'}},
	{afterSeconds: 50, row: {log: 'auth', program: 'useradd[2301]', text: 'new user: name=svc-backup, UID=1003, GID=1003, home=/home/svc-backup, shell=/bin/bash, from=/dev/pts/1'}},
	{afterSeconds: 95, row: {log: 'audit', text: 'User creation: user=svc-backup role=ADMIN'}},
	{afterSeconds: 96, row: {log: 'timeline', severity: 'INFO', type: 'USER_OPERATION', title: 'User Operation', content: 'User svc-backup was created by dana.admin with role Admin'}},
	{afterSeconds: 102, row: {log: 'auth', program: 'sshd[2310]', text: 'Accepted password for svc-backup from 10.20.0.99 port 41077 ssh2'}},
	{afterSeconds: 110, row: {log: 'audit', text: 'Login: user=svc-backup'}},
	{afterSeconds: 125, row: {log: 'audit', text: 'Exclusion rules-Creation: summary="ALL ALERTS; sensors=all; time=00:00-23:59"'}},
	{afterSeconds: 126, row: {log: 'timeline', severity: 'INFO', type: 'EXCLUSION_RULE_CREATED', title: 'Exclusion Rule Created', content: 'Exclusion rule ALL ALERTS was created by svc-backup'}},
	{afterSeconds: 147, row: {log: 'audit', text: 'Password reset: userName=dana.admin'}},
	{afterSeconds: 160, row: {log: 'audit', text: 'Login: user=dana.admin'}},
	{afterSeconds: 181, row: {log: 'timeline', severity: 'NOTICE', type: 'PROGRAM_DEVICE', title: 'PLC Programming', content: 'Program download detected, sent from 10.2.1.25 to 10.2.1.14'}},
	{afterSeconds: 182, row: {log: 'timeline', severity: 'ALERT', type: 'ALERT_REPORTED', title: 'Alert Detected', content: 'Unauthorized PLC programming by 10.2.1.25 on 10.2.1.14'}},
	{afterSeconds: 183, row: {log: 'timeline', severity: 'INFO', type: 'MUTED_ALERT', title: 'Event Detected and Muted', content: 'Event muted by exclusion rule ALL ALERTS: 10.2.1.14'}},
	{afterSeconds: 190, row: {log: 'timeline', severity: 'NOTICE', type: 'PLC_OPERATING_MODE_CHANGED', title: 'PLC Operating Mode Change Detected', content: 'PLC 10.2.1.14 mode changed from RUN to STOP'}},
	{afterSeconds: 265, row: {log: 'audit', text: 'Exclusion rules-Deletion: ruleId=10'}},
	{afterSeconds: 266, row: {log: 'timeline', severity: 'INFO', type: 'EXCLUSION_RULE_REMOVED', title: 'Exclusion Rule Removed', content: 'Exclusion rule ALL ALERTS was removed by svc-backup'}},
	{afterSeconds: 280, row: {log: 'auth', program: 'sshd[2201]', text: 'pam_unix(sshd:session): session closed for user cyberx_host'}},
];
