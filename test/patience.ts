/** Under the load of a whole test run a screen, a connection or a thread takes its time. What has not come by then does not come. */
export const patienceMs = 60_000;
