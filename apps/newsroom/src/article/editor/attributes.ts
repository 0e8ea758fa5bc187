/** An attribute of a node as text, whatever came with the document. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
