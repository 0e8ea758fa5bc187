/** An e-mail address as accounts keep it, however it is typed: composed, lower case. */
export const emailAsKept = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();
