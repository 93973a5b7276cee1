/** Addresses that no router of the internet passes on: RFC 1918, RFC 6598, loopback and link local, and their like in IPv6 (RFC 4193). */
const inside = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|f[cd]|fe[89ab])/iv;
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f]*:[\d:a-f]*)$/iv;

/** Whether a text is an address of the internet at large. */
export const isPublicAddress = (text: string): boolean => address.test(text) && !inside.test(text);
